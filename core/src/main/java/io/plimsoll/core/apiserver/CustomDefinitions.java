package io.plimsoll.core.apiserver;

import io.plimsoll.core.cluster.CustomKinds;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.CustomResource;
import java.util.Optional;

/** What the definitions of a cluster say of the custom resource that a request is about. */
final class CustomDefinitions {

  private CustomDefinitions() {}

  /** Returns what is defined of the resource of a request; empty if it is one of Kubernetes itself. */
  static Optional<CustomResource> find(Exchange exchange, Scope scope) {
    return CustomKinds.of(exchange.state().cluster()).find(scope.resource());
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
