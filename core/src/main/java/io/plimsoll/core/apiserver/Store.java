package io.plimsoll.core.apiserver;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.request.Status;
import java.util.List;
import java.util.Optional;

/** The objects that a server has stored: those of the state's cluster. Mirrors {@code generic/registry.Store}. */
final class Store {

  private static final String VERSION = "resourceVersion";
  private static final String FIRST = "1";

  private Store() {}

  /**
   * Returns an object in the version of the scope, which is that of its tree. What a server stores has a resource version; so it
   * gets one if it was not stored by a server but read from a manifest.
   */
  static Optional<MappingValue> find(Exchange exchange, Scope scope) {
    return given(exchange, scope).map(Store::versioned);
  }

  /**
   * Returns an object to be changed, with its defaults and its version: one that no server has stored, but a manifest gave, is as if
   * it had been there from the start.
   */
  static Optional<MappingValue> findToChange(Exchange exchange, Target target) {
    return given(exchange, target.scope())
        .map(object ->
            Meta.has(object, VERSION) ? object : Bodies.stored(target, versioned(object)));
  }

  private static Optional<MappingValue> given(Exchange exchange, Scope scope) {
    return exchange.state().cluster().find(scope.ref()).map(KubeObject::tree);
  }

  private static MappingValue versioned(MappingValue object) {
    return Meta.has(object, VERSION) ? object : Meta.with(object, VERSION, FIRST);
  }

  /** Refuses a name that is no part of a key. Mirrors {@code NamespaceKeyFunc}. */
  static void checkKey(Scope scope) throws Refusal {
    List<String> errors = Names.pathSegmentErrors(scope.name());
    if (!errors.isEmpty()) {
      throw Refusal.of(Status.badRequest("Name parameter invalid: " + GoText.quote(scope.name())
          + ": " + String.join(";", errors)));
    }
  }

  /** Returns the object that the request names, or else refuses the request. */
  static MappingValue get(Exchange exchange, Scope scope) throws Refusal {
    checkKey(scope);
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
    MappingValue versioned = Meta.with(object, VERSION, Long.toString(state.revision() + 1));
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
