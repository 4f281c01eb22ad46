package io.plimsoll.core.cluster;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.schema.ResourceCatalog;
import java.util.Optional;

/**
 * Where an object lives. Mirrors {@code EnsureObjectNamespaceMatchesRequestNamespace} of {@code
 * k8s.io/apiserver/pkg/registry/rest}.
 */
final class Placement {

  private Placement() {}

  /** Returns the object with a namespace if its kind has one, and without if not; kinds nobody knows stay as they are. */
  static KubeObject of(KubeObject object) {
    boolean placed = !object.ref().namespace().isEmpty();
    Optional<Boolean> namespaced = ResourceCatalog.kubernetes()
        .isNamespaced(object.ref().group(), object.ref().kind());
    if (namespaced.isEmpty() || namespaced.get() == placed) {
      return object;
    }
    Value before = object.tree().get("metadata");
    MappingValue metadata = before instanceof MappingValue map ? map : MappingValue.empty();
    MappingValue after = namespaced.get()
        ? metadata.with("namespace", ScalarValue.of(Namespace.DEFAULT))
        : metadata.without("namespace");
    return KubeObject.of(object.tree().with("metadata", after));
  }
}
