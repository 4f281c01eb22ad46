package io.plimsoll.core.apiserver;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.schema.CustomResources;

/**
 * The custom resources that a cluster serves: those of all definitions in it, as if their names were accepted at once. Mirrors {@code
 * customresource_handler.go} of {@code k8s.io/apiextensions-apiserver}.
 */
final class CustomKinds {

  private static final String GROUP = "apiextensions.k8s.io";
  private static final String KIND = "CustomResourceDefinition";

  private static final ClusterIndex<CustomResources> INDEX =
      ClusterIndex.ofKind(cluster -> CustomResources.of(cluster.objects(GROUP, KIND)), GROUP, KIND);

  private CustomKinds() {}

  static CustomResources of(Cluster cluster) {
    return cluster.index(INDEX);
  }
}
