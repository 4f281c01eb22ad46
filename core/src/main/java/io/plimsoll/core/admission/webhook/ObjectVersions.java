package io.plimsoll.core.admission.webhook;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.validation.Strategies;
import java.util.Optional;

/** What a server makes of an object on its way to a webhook and back: other versions, and defaults. */
public interface ObjectVersions {

  /**
   * Returns an object of one version of its API in another version, or nothing if that cannot be told.
   *
   * @param apiVersion the API version that is wanted, which has the object's kind, too
   */
  Optional<MappingValue> convert(MappingValue object, String apiVersion);

  /** Returns an object with what it does not say filled in. */
  MappingValue withDefaults(MappingValue object);

  /**
   * Returns what knows the versions of Kubernetes' kinds and sets the defaults of these. Into another version, objects are taken
   * over as they are if that version knows all their fields, and horizontal autoscalers as upstream converts them.
   */
  static ObjectVersions of(Strategies strategies) {
    return new KnownVersions(strategies);
  }
}
