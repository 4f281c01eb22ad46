package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.Stamps;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.CustomResources;
import io.plimsoll.core.schema.ResourceCatalog;
import io.plimsoll.core.validation.Strategies;
import io.plimsoll.core.validation.Strategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One cluster's objects on their way into store: what {@link StoredObjects} says. */
final class Storing {

  /** The revision of a state that has seen no request. */
  private static final long REVISION = 1;

  private final Strategies strategies;
  private final CustomResources custom;
  private final UnaryOperator<MappingValue> services;
  private final Map<String, Target> targets = new HashMap<>();
  private long unnamed;

  Storing(Strategies strategies, CustomResources custom, UnaryOperator<MappingValue> services) {
    this.strategies = strategies;
    this.custom = custom;
    this.services = services;
  }

  /** Returns an object as it is stored. */
  KubeObject stored(KubeObject object) {
    MappingValue tree = object.tree();
    if (tree.size() == 0) {
      return object;
    }
    Target target = target(object);
    MappingValue decoded = placed(target, Bodies.decoded(target, tree));
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
    Optional<ApiResource> defined = custom.byKind(group, version, kind);
    ApiResource resource = defined
        .or(() -> ResourceCatalog.kubernetes().byKind(group, version, kind))
        .orElseGet(() -> unserved(group, version, kind));
    Scope scope = new Scope(resource, "", object.ref().namespace(), object.ref().name());
    Strategy strategy =
        defined.<Strategy>map(CustomStrategy::of).orElseGet(() -> strategies.of(resource));
    return new Target(scope, object.ref().apiVersion(), kind, strategy);
  }

  private static ApiResource unserved(String group, String version, String kind) {
    return new ApiResource(group, version, "", "", kind, List.of(), true, List.of(), List.of());
  }

  /** The namespaces of the kinds that Kubernetes knows are set already. */
  private static MappingValue placed(Target target, MappingValue object) {
    return target.strategy() instanceof CustomStrategy custom
            && custom.namespaced()
            && Meta.namespace(object).isEmpty()
        ? Meta.with(object, "namespace", Namespace.DEFAULT)
        : object;
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
    boolean service =
        fields.text("kind").equals("Service") && fields.text("apiVersion").equals("v1");
    return service ? services.apply(object) : object;
  }

  private static MappingValue identified(MappingValue object) {
    MappingValue identified = object;
    if (!Meta.has(identified, "uid")) {
      identified = Meta.with(identified, "uid", Generated.uid(REVISION, identified));
    }
    if (!Meta.has(identified, "creationTimestamp")) {
      identified = Meta.with(identified, "creationTimestamp", Stamps.time(ServerState.START));
    }
    return Meta.has(identified, "resourceVersion")
        ? identified
        : Meta.with(identified, "resourceVersion", ScalarValue.of(Long.toString(REVISION)));
  }
}
