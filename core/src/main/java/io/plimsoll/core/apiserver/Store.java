package io.plimsoll.core.apiserver;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.request.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The objects that a server has stored: those of the state's cluster. Mirrors {@code generic/registry.Store}. */
final class Store {

  private static final String VERSION = "resourceVersion";
  private static final String FIRST = "1";

  private Store() {}

  /** Returns an object in the version of the scope. */
  static Optional<MappingValue> find(Exchange exchange, Scope scope) throws Refusal {
    Cluster cluster = exchange.state().cluster();
    ObjectRef ref = scope.ref();
    Optional<KubeObject> found =
        cluster.find(ref).or(() -> Versions.twin(ref).flatMap(cluster::find));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(Versions.of(cluster, scope, found.get()).tree());
  }

  /**
   * Returns an object to be changed. What a server stores has a version and its defaults; so one that was not stored by a server but
   * given by a manifest is taken as if it had been there from the start.
   */
  static Optional<MappingValue> findToChange(Exchange exchange, Target target) throws Refusal {
    return find(exchange, target.scope())
        .map(object -> Meta.has(object, VERSION)
            ? object
            : Bodies.stored(target, Meta.with(object, VERSION, FIRST)));
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

  /** Returns the objects of the resource, in the namespace of the scope or in all if it has none, in the version of the scope. */
  static List<KubeObject> all(Exchange exchange, Scope scope) throws Refusal {
    Cluster cluster = exchange.state().cluster();
    ObjectRef ref = scope.ref();
    List<KubeObject> all = new ArrayList<>();
    for (KubeObject object : objects(cluster, ref)) {
      all.add(Versions.of(cluster, scope, object));
    }
    Optional<ObjectRef> twin = Versions.twin(ref);
    if (twin.isPresent()) {
      for (KubeObject object : objects(cluster, twin.get())) {
        if (cluster.find(named(ref, object)).isEmpty()) {
          all.add(Versions.of(cluster, scope, object));
        }
      }
    }
    return all;
  }

  private static List<KubeObject> objects(Cluster cluster, ObjectRef ref) {
    return ref.namespace().isEmpty()
        ? cluster.objects(ref.group(), ref.kind())
        : cluster.objects(ref.group(), ref.kind(), ref.namespace());
  }

  private static ObjectRef named(ObjectRef kind, KubeObject object) {
    return new ObjectRef(
        kind.apiVersion(), kind.kind(), object.ref().namespace(), object.ref().name());
  }

  /** Stores an object, with the next resource version, and returns it as it is stored. */
  static MappingValue put(Exchange exchange, MappingValue object, boolean dryRun) {
    if (dryRun) {
      return object;
    }
    ServerState state = exchange.state();
    MappingValue versioned = Meta.with(object, VERSION, Long.toString(state.revision() + 1));
    KubeObject stored = Versions.stored(KubeObject.of(versioned));
    Cluster before =
        Versions.twin(stored.ref()).map(state.cluster()::without).orElse(state.cluster());
    exchange.become(state.written(before.with(stored)));
    return versioned;
  }

  static void remove(Exchange exchange, Scope scope, boolean dryRun) {
    if (!dryRun) {
      ServerState state = exchange.state();
      Cluster rest = state.cluster().without(scope.ref());
      exchange.become(
          state.written(Versions.twin(scope.ref()).map(rest::without).orElse(rest)));
    }
  }
}
