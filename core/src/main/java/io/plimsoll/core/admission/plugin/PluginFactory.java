package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.manifest.Value;
import java.util.Optional;

/** Makes a plug-in when a server starts. Mirrors {@code admission.Factory} of {@code k8s.io/apiserver}. */
@FunctionalInterface
public interface PluginFactory {

  /**
   * Returns the plug-in.
   *
   * @param configuration what the configuration of the server says for it, if anything
   * @throws StartFailure if it cannot be made with this configuration
   */
  AdmissionPlugin make(Optional<Value> configuration) throws StartFailure;
}
