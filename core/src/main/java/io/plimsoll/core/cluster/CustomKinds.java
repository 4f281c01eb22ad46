package io.plimsoll.core.cluster;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.CustomResources;
import io.plimsoll.core.schema.ResourceCatalog;
import java.util.Optional;
import java.util.function.Function;

/**
 * The custom resources that a cluster serves: those of all definitions in it, as if their names were accepted at once. Mirrors
 * {@code customresource_handler.go} of {@code k8s.io/apiextensions-apiserver}.
 */
public final class CustomKinds {

  private static final String GROUP = "apiextensions.k8s.io";
  private static final String KIND = "CustomResourceDefinition";
  private static final String API_VERSION = "apiVersion";

  private static final ClusterIndex<CustomResources> INDEX =
      ClusterIndex.ofKind(cluster -> CustomResources.of(cluster.objects(GROUP, KIND)), GROUP, KIND);

  private static final ClusterIndex<ResourceCatalog> CATALOG =
      ClusterIndex.ofKind(CustomKinds::makeCatalog, GROUP, KIND);

  private CustomKinds() {}

  /** Returns the custom resources of a cluster. */
  public static CustomResources of(Cluster cluster) {
    return cluster.index(INDEX);
  }

  /** Returns all resources that a cluster serves: those of Kubernetes, then the custom ones. */
  public static ResourceCatalog catalog(Cluster cluster) {
    return cluster.index(CATALOG);
  }

  /**
   * Returns an index of what is made of all resources that a cluster serves.
   *
   * @param maker a pure function
   */
  public static <T> ClusterIndex<T> index(Function<ResourceCatalog, T> maker) {
    return ClusterIndex.ofKind(cluster -> maker.apply(catalog(cluster)), GROUP, KIND);
  }

  /** Returns a custom object in another version if it is the same there but for the version; nothing of any other object. */
  public static Optional<MappingValue> renamed(
      Cluster cluster, MappingValue object, String apiVersion) {
    Fields fields = Fields.of(object);
    String group = ObjectRef.groupOf(fields.text(API_VERSION));
    return of(cluster).isRenamed(group, fields.text("kind"))
        ? Optional.of(object.with(API_VERSION, ScalarValue.of(apiVersion)))
        : Optional.empty();
  }

  private static ResourceCatalog makeCatalog(Cluster cluster) {
    CustomResources custom = of(cluster);
    return custom.resources().isEmpty()
        ? ResourceCatalog.kubernetes()
        : ResourceCatalog.kubernetes().with(custom.resources());
  }
}
