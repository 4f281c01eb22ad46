package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.request.Status;

/** Where an object that is sent belongs. Mirrors {@code rest.EnsureObjectNamespaceMatchesRequestNamespace}. */
final class Placement {

  private Placement() {}

  /** Returns the object in the namespace of the request; refuses one that says another. */
  static MappingValue inNamespace(MappingValue object, Scope scope) throws Refusal {
    String said = Meta.namespace(object);
    String wanted = scope.isNamespaces() ? "" : scope.namespace();
    if (said.equals(wanted)) {
      return object;
    }
    if (said.isEmpty()) {
      return Meta.with(object, "namespace", wanted);
    }
    if (wanted.isEmpty()) {
      return Meta.without(object, "namespace");
    }
    throw Refusal.of(Status.badRequest(
        "the namespace of the provided object does not match the namespace sent on the request"));
  }

  /** Refuses an object that has another name or namespace than the path. Mirrors {@code checkName}. */
  static void checkName(MappingValue object, Scope scope) throws Refusal {
    String name = Meta.name(object);
    if (name.isEmpty()) {
      throw Refusal.of(Status.badRequest("the name of the object (" + scope.name()
          + " based on URL) was undeterminable: name must be provided"));
    }
    if (!name.equals(scope.name())) {
      throw Refusal.of(Status.badRequest("the name of the object (" + name
          + ") does not match the name on the URL (" + scope.name() + ")"));
    }
    String namespace = Meta.namespace(object);
    if (!scope.namespace().isEmpty()
        && !namespace.isEmpty()
        && !namespace.equals(scope.namespace())) {
      throw Refusal.of(Status.badRequest("the namespace of the object (" + namespace
          + ") does not match the namespace on the request (" + scope.namespace() + ")"));
    }
  }
}
