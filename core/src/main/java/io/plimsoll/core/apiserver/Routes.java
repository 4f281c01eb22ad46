package io.plimsoll.core.apiserver;

import io.plimsoll.core.request.RequestInfo;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.ApiResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which paths and methods there are for a resource. Mirrors the routes that {@code k8s.io/apiserver/pkg/endpoints/installer.go}
 * registers: a path that none of them has is not found, and a method that a path has not is not allowed.
 */
final class Routes {

  private static final Set<String> OF_COLLECTIONS =
      Set.of("create", "deletecollection", "list", "watch");

  private static final Set<String> OF_OBJECTS = Set.of("delete", "get", "patch", "update");
  private static final Set<String> EVERYWHERE = Set.of("list", "watch");
  private static final String WATCH = "watch";
  private static final String PROXY = "proxy";

  /** The parts of a path to an object: the resource and the name. */
  private static final int OF_OBJECT = 2;

  /** The parts of a path to a subresource: the resource, the name and the subresource. */
  private static final int OF_SUBRESOURCE = 3;

  private Routes() {}

  /** Refuses a request whose path or method a resource has not. */
  static void check(Exchange exchange, Scope scope) throws Refusal {
    RequestInfo info = exchange.info();
    List<String> verbs = isOldWatch(exchange) ? watches(info, scope) : verbs(info, scope);
    if (verbs.isEmpty()) {
      throw Refusal.pathNotFound();
    }
    if (!verbs.contains(info.attributes().verb())
        || !isMethod(exchange.request().method(), scope, info.attributes().verb())) {
      throw Refusal.of(Status.methodNotAllowed());
    }
  }

  /** Nobody reads but with {@code GET}, whatever the verb that a path begins with; connections take any method. */
  private static boolean isMethod(String method, Scope scope, String verb) {
    return switch (verb) {
      case "get", "list", WATCH ->
        method.equals("GET") || Connections.SUBRESOURCES.contains(scope.subresource());
      default -> true;
    };
  }

  /** Returns whether a path begins with the verb, as it had to once. */
  private static boolean isOldWatch(Exchange exchange) {
    return startsWith(exchange, "watch/");
  }

  /**
   * Refuses a path that means a resource, as authorizers are asked about it, but is none: that with two slashes at its start. Mirrors
   * {@code director.ServeHTTP} of {@code k8s.io/apiserver/pkg/server/handler.go}.
   */
  static void checkPath(Exchange exchange) throws Refusal {
    if (!startsWith(exchange, "")) {
      throw Refusal.pageNotFound();
    }
  }

  /** Returns whether a path begins with that of the group and version, and goes on like this. */
  private static boolean startsWith(Exchange exchange, String rest) {
    String group = exchange.info().attributes().apiGroup();
    String root = group.isEmpty() ? "/api/" : "/apis/" + group + "/";
    String start = root + exchange.info().attributes().apiVersion() + "/" + rest;
    return exchange.request().path().startsWith(start);
  }

  private static List<String> watches(RequestInfo info, Scope scope) {
    boolean astray = isAstray(scope) || (isEverywhere(scope) && info.parts().size() > 1);
    return astray || info.parts().size() > OF_OBJECT
        ? List.of()
        : some(scope.resource(), Set.of(WATCH));
  }

  /** Returns whether objects of all namespaces are meant. */
  private static boolean isEverywhere(Scope scope) {
    return scope.resource().namespaced() && scope.namespace().isEmpty();
  }

  /** Returns whether something that is in no namespace is looked for in one. */
  private static boolean isAstray(Scope scope) {
    return !scope.resource().namespaced()
        && !scope.isNamespaces()
        && !scope.namespace().isEmpty();
  }

  /** Returns what can be done at the path of a request; nothing if there is no such path. */
  private static List<String> verbs(RequestInfo info, Scope scope) {
    ApiResource resource = scope.resource();
    String verb = info.attributes().verb();
    int parts = info.parts().size();
    if (verb.equals(PROXY) || isAstray(scope) || (isEverywhere(scope) && parts > 1)) {
      return List.of();
    }
    if (!scope.subresource().isEmpty()) {
      return parts > OF_SUBRESOURCE && !scope.subresource().equals(PROXY)
          ? List.of()
          : resource
              .subresource(scope.subresource())
              .map(ApiResource.Subresource::verbs)
              .orElse(List.of());
    }
    if (parts == OF_OBJECT) {
      return some(resource, OF_OBJECTS);
    }
    List<String> verbs = some(resource, isEverywhere(scope) ? EVERYWHERE : OF_COLLECTIONS);
    return verb.equals(WATCH) && verbs.contains("list") ? List.of(WATCH) : verbs;
  }

  private static List<String> some(ApiResource resource, Set<String> verbs) {
    List<String> some = new ArrayList<>();
    for (String verb : resource.verbs()) {
      if (verbs.contains(verb)) {
        some.add(verb);
      }
    }
    return some;
  }
}
