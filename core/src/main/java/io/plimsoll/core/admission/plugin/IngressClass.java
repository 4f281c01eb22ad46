package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.Optional;

/**
 * Who serves an Ingress. Mirrors {@code networking.k8s.io/v1 IngressClass}.
 *
 * @param metadata its name and annotations
 */
record IngressClass(ObjectMeta metadata) implements ApiObject {

  static final Kind<IngressClass> KIND =
      new Kind<>("networking.k8s.io/v1", "IngressClass", IngressClass::from);

  private static final ClusterIndex<Optional<String>> DEFAULT = ClusterIndex.of(
      cluster ->
          DefaultClass.newest(cluster.all(KIND), "ingressclass.kubernetes.io/is-default-class"),
      KIND);

  static IngressClass from(Fields fields) {
    return new IngressClass(fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY));
  }

  /** Returns the name of the class that Ingresses without one get, if there is one: {@code getDefaultClass}. */
  static Optional<String> defaultName(Cluster cluster) {
    return cluster.index(DEFAULT);
  }

  @Override
  public Kind<IngressClass> objectKind() {
    return KIND;
  }
}
