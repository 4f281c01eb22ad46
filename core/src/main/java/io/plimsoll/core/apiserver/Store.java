package io.plimsoll.core.apiserver;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.KubeObject;
import java.util.Optional;

/** The objects that a server has stored: those of the state's cluster. Mirrors {@code generic/registry.Store}. */
final class Store {

  private static final String RESOURCE_VERSION = "resourceVersion";
  private static final String FIRST = "1";

  private Store() {}

  /**
   * Returns an object in the version of the scope, which is that of its tree. What a server stores has a resource version; so it
   * gets one if it was not stored by a server but read from a manifest.
   */
  static Optional<MappingValue> find(Exchange exchange, Scope scope) {
    return exchange
        .state()
        .cluster()
        .find(scope.ref())
        .map(KubeObject::tree)
        .map(tree ->
            Meta.has(tree, RESOURCE_VERSION) ? tree : Meta.with(tree, RESOURCE_VERSION, FIRST));
  }

  /** Returns the object that the request names, or else refuses the request. */
  static MappingValue get(Exchange exchange, Scope scope) throws Refusal {
    Optional<MappingValue> found = find(exchange, scope);
    if (found.isEmpty()) {
      throw Refusal.of(scope.notFound());
    }
    return found.get();
  }

  /** Stores an object, with the next resource version, and returns it as it is stored. */
  static MappingValue put(Exchange exchange, MappingValue object, boolean dryRun) {
    if (dryRun) {
      return object;
    }
    ServerState state = exchange.state();
    MappingValue versioned =
        Meta.with(object, RESOURCE_VERSION, Long.toString(state.revision() + 1));
    Cluster after = state.cluster().with(KubeObject.of(versioned));
    exchange.become(state.written(after));
    return versioned;
  }

  static void remove(Exchange exchange, Scope scope, boolean dryRun) {
    if (!dryRun) {
      ServerState state = exchange.state();
      exchange.become(state.written(state.cluster().without(scope.ref())));
    }
  }
}
