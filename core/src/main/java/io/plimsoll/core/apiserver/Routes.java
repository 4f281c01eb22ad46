package io.plimsoll.core.apiserver;

import io.plimsoll.core.request.RequestInfo;
import io.plimsoll.core.request.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which paths and methods there are for a resource. Mirrors the routes that {@code k8s.io/apiserver/pkg/endpoints/installer.go}
 * registers: a path that none of them has is not found, and a method that a path has not is not allowed.
 */
final class Routes {

  private static final Set<String> OF_COLLECTIONS =
      Set.of("create", "deletecollection", "list", "watch");

  private static final Set<String> EVERYWHERE = Set.of("list", "watch");
  private static final String PROXY = "proxy";

  /** The parts of a path to a subresource: the resource, the name and the subresource. */
  private static final int WITH_SUBRESOURCE = 3;

  private Routes() {}

  /** Refuses a request whose path or method a resource has not. */
  static void check(RequestInfo info, Scope scope) throws Refusal {
    List<String> parts = info.parts();
    String verb = info.attributes().verb();
    boolean named = parts.size() > 1;
    boolean everywhere = scope.resource().namespaced() && scope.namespace().isEmpty();
    boolean astray = !scope.resource().namespaced()
        && !scope.isNamespaces()
        && !scope.namespace().isEmpty();
    boolean deep = parts.size() > WITH_SUBRESOURCE && !scope.subresource().equals(PROXY);
    if (verb.equals(PROXY) || astray || deep || (everywhere && named)) {
      throw Refusal.of(Status.pathNotFound());
    }
    if (!scope.subresource().isEmpty() || verb.equals("watch")) {
      return;
    }
    boolean ofCollection = OF_COLLECTIONS.contains(verb);
    if ((named && ofCollection)
        || (!named && !ofCollection)
        || (everywhere && !EVERYWHERE.contains(verb))) {
      throw methodNotAllowed();
    }
  }

  static void checkVerb(List<String> verbs, String verb) throws Refusal {
    if (!verbs.contains(verb)) {
      throw methodNotAllowed();
    }
  }

  /** Returns what a path says of a method that it has not. */
  private static Refusal methodNotAllowed() {
    return Refusal.of(new Status(
        405,
        "MethodNotAllowed",
        "the server does not allow this method on the requested resource",
        Optional.of(Status.Details.of("", "", ""))));
  }
}
