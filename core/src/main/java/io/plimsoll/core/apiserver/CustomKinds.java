package io.plimsoll.core.apiserver;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.CustomResource;
import io.plimsoll.core.schema.CustomResources;
import java.util.Optional;

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

  /** Returns what is defined of the resource of a request; empty if it is one of Kubernetes itself. */
  static Optional<CustomResource> find(Exchange exchange, Scope scope) {
    return of(exchange.state().cluster()).find(scope.resource());
  }

  /** Refuses to make an object whose definition goes: mirrors {@code forbidCreateAdmission}. */
  static void checkCreate(Exchange exchange, Scope scope) throws Refusal {
    if (find(exchange, scope).filter(CustomResource::terminating).isPresent()) {
      throw Refusal.of(Status.forbidden(
          scope.resource().group(),
          scope.resource().name(),
          scope.name(),
          "create not allowed while custom resource definition is terminating"));
    }
  }
}
