package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Makes the namespace that an object is created in, if there is none. Mirrors {@code
 * plugin/pkg/admission/namespace/autoprovision}.
 */
final class NamespaceAutoProvision extends Handler {

  NamespaceAutoProvision() {
    super("NamespaceAutoProvision", Operation.CREATE);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    String name = attributes.namespace();
    if (attributes.dryRun()
        || name.isEmpty()
        || NamespaceLifecycle.isNamespace(attributes)
        || call.cluster().find(Namespace.KIND, "", name).isPresent()) {
      return Admission.UNCHANGED;
    }
    return Admission.UNCHANGED.withCluster(
        call.cluster().with(KubeObject.of(namespace(name, call.now()))));
  }

  /** Returns a new namespace as the server stores it. */
  private static MappingValue namespace(String name, Instant now) {
    MappingValue metadata = MappingValue.empty()
        .with("name", ScalarValue.of(name))
        .with("uid", ScalarValue.of(Stamps.uid("Namespace", name)))
        .with("creationTimestamp", Stamps.time(now))
        .with("labels", Trees.strings(Map.of(Namespace.NAME_LABEL, name)));
    return MappingValue.empty()
        .with("apiVersion", ScalarValue.of(Namespace.KIND.apiVersion()))
        .with("kind", ScalarValue.of(Namespace.KIND.kind()))
        .with("metadata", metadata)
        .with(
            "spec",
            MappingValue.of(
                Map.of("finalizers", SequenceValue.of(List.of(ScalarValue.of("kubernetes"))))))
        .with("status", Trees.strings(Map.of("phase", "Active")));
  }
}
