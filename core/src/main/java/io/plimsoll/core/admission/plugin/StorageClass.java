package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.Optional;

/**
 * A way to make volumes. Mirrors {@code storage.k8s.io/v1 StorageClass}.
 *
 * @param metadata its name and annotations
 * @param allowVolumeExpansion whether its volumes can grow
 */
record StorageClass(ObjectMeta metadata, boolean allowVolumeExpansion) implements ApiObject {

  static final Kind<StorageClass> KIND =
      new Kind<>("storage.k8s.io/v1", "StorageClass", StorageClass::from);

  private static final ClusterIndex<Optional<String>> DEFAULT = ClusterIndex.of(
      cluster -> DefaultClass.newest(
          cluster.all(KIND),
          "storageclass.kubernetes.io/is-default-class",
          "storageclass.beta.kubernetes.io/is-default-class"),
      KIND);

  static StorageClass from(Fields fields) {
    return new StorageClass(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        Boolean.TRUE.equals(fields.bool("allowVolumeExpansion")));
  }

  /** Returns the name of the class that claims without one get, if there is one: {@code GetDefaultClass}. */
  static Optional<String> defaultName(Cluster cluster) {
    return cluster.index(DEFAULT);
  }

  @Override
  public Kind<StorageClass> objectKind() {
    return KIND;
  }
}
