package io.plimsoll.core.cluster;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.schema.ResourceCatalog;

/** Where an object lives: see {@link ResourceCatalog#placed}. */
final class Placement {

  private Placement() {}

  /** Returns the object with a namespace if its kind has one, and without if not; kinds nobody knows stay as they are. */
  static KubeObject of(KubeObject object) {
    String namespace = ResourceCatalog.kubernetes().placed(object.ref()).namespace();
    if (namespace.equals(object.ref().namespace())) {
      return object;
    }
    Value before = object.tree().get("metadata");
    MappingValue metadata = before instanceof MappingValue map ? map : MappingValue.empty();
    MappingValue after = namespace.isEmpty()
        ? metadata.without("namespace")
        : metadata.with("namespace", ScalarValue.of(namespace));
    return KubeObject.of(object.tree().with("metadata", after));
  }
}
