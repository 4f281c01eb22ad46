package io.plimsoll.core.apiserver;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ResourceCatalog;
import io.plimsoll.core.validation.Strategies;
import io.plimsoll.core.validation.Strategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects from manifests as a server would have them in store. Mirrors what decoding, {@code rest.BeforeCreate} of {@code
 * k8s.io/apiserver/pkg/registry/rest} and the store do to an object, whether it is valid or not.
 *
 * <p>An object gets the defaults of its kind, what its kind gives to new ones ({@code generation}, {@code status.phase}, addresses
 * of a service), and the {@code uid}, {@code creationTimestamp} and {@code resourceVersion} that it does not have; all of it is made
 * from the objects, so that the same manifests give the same. What a manifest says of these, and of the status, stays, and one with a
 * {@code resourceVersion} was stored before and gets defaults only. What is in the text keeps its place there. Nobody asks admission
 * plug-ins, and what the API does not know is gone.
 */
public final class StoredObjects {

  /** The number that the first service's addresses are made from, far from those that a server gives to services to come. */
  private static final long FIRST_SERVICE = 1 << 15;

  /** The revision of a state that has seen no request. */
  private static final long REVISION = 1;

  private final Strategies strategies;
  private final Map<String, Target> targets = new HashMap<>();
  private long unnamed;
  private long services = FIRST_SERVICE;

  private StoredObjects(Strategies strategies) {
    this.strategies = strategies;
  }

  /** Returns a cluster with its objects as they are stored; those of a kind that is not served get only what all objects have. */
  public static Cluster of(Cluster manifests, Strategies strategies) {
    StoredObjects stored = new StoredObjects(strategies);
    return manifests.map(stored::of);
  }

  private KubeObject of(KubeObject object) {
    MappingValue tree = object.tree();
    if (tree.size() == 0) {
      return object;
    }
    Target target = target(object);
    MappingValue decoded = Bodies.decoded(target, tree);
    MappingValue made = Meta.text(tree, "resourceVersion").isEmpty()
        ? created(target.strategy(), decoded)
        : decoded;
    MappingValue stored = Bodies.stored(target, identified(made));
    return stored.equals(tree) ? object : KubeObject.of(stored);
  }

  private Target target(KubeObject object) {
    String key = object.ref().apiVersion() + " " + object.ref().kind();
    return targets.computeIfAbsent(key, any -> makeTarget(object));
  }

  private Target makeTarget(KubeObject object) {
    String group = object.ref().group();
    String version = object.ref().version();
    String kind = object.ref().kind();
    ApiResource resource = ResourceCatalog.kubernetes()
        .byKind(group, version, kind)
        .orElseGet(() -> unserved(group, version, kind));
    Scope scope = new Scope(resource, "", object.ref().namespace(), object.ref().name());
    return new Target(scope, object.ref().apiVersion(), kind, strategies.of(resource));
  }

  private static ApiResource unserved(String group, String version, String kind) {
    return new ApiResource(group, version, "", "", kind, List.of(), true, List.of(), List.of());
  }

  /** Returns an object as it is when it is new. */
  private MappingValue created(Strategy strategy, MappingValue object) {
    MappingValue said = identified(named(object));
    MappingValue created = strategy.canonicalize(strategy.prepareForCreate(addressed(said)));
    if (Meta.has(said, "generation")) {
      created = Meta.like(created, "generation", said);
    }
    return said.get("status") instanceof MappingValue status && status.size() > 0
        ? created.with("status", Fields.of(created.get("status")).tree().withAll(status))
        : created;
  }

  private MappingValue named(MappingValue object) {
    String base = Meta.text(object, "generateName");
    return base.isEmpty() || !Meta.name(object).isEmpty()
        ? object
        : Meta.with(object, "name", base + Generated.suffix(--unnamed));
  }

  private MappingValue addressed(MappingValue object) {
    Fields fields = Fields.of(object);
    if (!fields.text("kind").equals("Service") || !fields.text("apiVersion").equals("v1")) {
      return object;
    }
    MappingValue addressed = ServiceAddresses.allocated(services, object);
    boolean ports = Fields.of(object.get("spec")).value("ports") instanceof SequenceValue list
        && list.size() > 0;
    services += ports ? Fields.of(object.get("spec")).list("ports", port -> port).size() : 1;
    return addressed;
  }

  private static MappingValue identified(MappingValue object) {
    MappingValue identified = object;
    if (!Meta.has(identified, "uid")) {
      identified = Meta.with(identified, "uid", Generated.uid(REVISION, identified));
    }
    if (!Meta.has(identified, "creationTimestamp")) {
      identified = Meta.with(identified, "creationTimestamp", Meta.time(ServerState.START));
    }
    return Meta.has(identified, "resourceVersion")
        ? identified
        : Meta.with(identified, "resourceVersion", ScalarValue.of(Long.toString(REVISION)));
  }
}
