package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.RuleSet;
import io.plimsoll.rbac.risk.Goal.Kind;
import io.plimsoll.rbac.risk.Place.Creation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Growth by binding roles to oneself. Mirrors the guards of {@code pkg/registry/rbac/{rolebinding,clusterrolebinding}}: a role
 * may be bound by who holds all its rules, who gains nothing by it, and by who may use the verb {@code bind} on it.
 */
final class BindingTechniques implements Family {

  private static final Resource ROLE_BINDINGS = Resource.of(Resource.RBAC, "rolebindings");
  private static final Resource CLUSTER_ROLE_BINDINGS =
      Resource.of(Resource.RBAC, "clusterrolebindings");
  private static final Resource CLUSTER_ROLES = RoleTechniques.CLUSTER_ROLES;
  private static final Resource ROLES = RoleTechniques.ROLES;

  private final Targets targets;
  private final Roles roles;
  private final Facts facts;

  BindingTechniques(Targets targets, Roles roles, Facts facts) {
    this.targets = targets;
    this.roles = roles;
    this.facts = facts;
  }

  @Override
  public void find(Node node, Place place, Edges out) {
    inScope(place, out);
    // What is allowed everywhere is allowed in each namespace, but a RoleBinding is in one.
    if (place.isEverywhere() && mayWrite(place, ROLE_BINDINGS)) {
      facts.namespaces().stream()
          .filter(namespace -> !place.actor().namespaces().contains(namespace))
          .forEach(namespace -> inScope(place.in(namespace), out));
    }
  }

  private static boolean mayWrite(Place place, Resource resource) {
    return place.some(resource, "create", "update", "patch").isPresent();
  }

  private void inScope(Place place, Edges out) {
    Resource resource = place.isEverywhere() ? CLUSTER_ROLE_BINDINGS : ROLE_BINDINGS;
    Optional<Creation> free = place.creations(resource).stream()
        .filter(creation -> isFree(creation.name(), place.namespace()))
        .findFirst();
    Optional<List<Attributes>> creation = free.map(Creation::requests);
    if (creation.isPresent()) {
      bind(place, CLUSTER_ROLES, roles.clusterRoles(), creation, out);
      create(place, place.in(""), CLUSTER_ROLES, creation, out);
      if (!place.isEverywhere()) {
        bind(place, ROLES, roles.roles(place.namespace()), creation, out);
        create(place, place, ROLES, creation, out);
      }
    }
    boolean bindsAnew = free.isPresent() && free.get().name().isEmpty();
    if (!bindsAnew && mayWrite(place, resource)) {
      change(place, resource, out);
    }
  }

  private boolean isFree(String name, String namespace) {
    return roles.bindings(namespace).stream()
        .noneMatch(binding -> binding.metadata().nameOrEmpty().equals(name));
  }

  /** Binds roles that there are. */
  private void bind(
      Place place,
      Resource resource,
      List<? extends RuleSet> existing,
      Optional<List<Attributes>> creation,
      Edges out) {
    Optional<Attributes> any = place.besidesAny("bind", resource);
    Optional<? extends RuleSet> full = roles.full();
    if (any.isPresent() && resource.equals(CLUSTER_ROLES) && full.isPresent()) {
      bind(place, full.get(), resource, creation, out);
      return;
    }
    if (any.isEmpty() && place.besidesNamed("bind", resource).isEmpty()) {
      return;
    }
    existing.forEach(role -> bind(place, role, resource, creation, out));
  }

  private void bind(
      Place place,
      RuleSet role,
      Resource resource,
      Optional<List<Attributes>> creation,
      Edges out) {
    String name = role.metadata().nameOrEmpty();
    Edges.join(creation, Edges.all(place.besides("bind", resource, name)))
        .ifPresent(
            requests -> out.add(Technique.BIND_ROLE, held(role, place.namespace()), requests));
  }

  private Target held(RuleSet role, String namespace) {
    return namespace.isEmpty() && Roles.isFull(role)
        ? targets.goal(Kind.CLUSTER_ADMIN)
        : targets.holder(role, namespace);
  }

  /** Binds a role that it makes before. */
  private void create(
      Place place, Place home, Resource resource, Optional<List<Attributes>> creation, Edges out) {
    Target target = place.isEverywhere()
        ? targets.goal(Kind.CLUSTER_ADMIN)
        : targets.holder(null, place.namespace());
    for (Creation role : RoleTechniques.creations(home, resource)) {
      Edges.join(
              Optional.of(role.requests()),
              Edges.all(bindNew(place, home.namespace(), resource, role.name())))
          .flatMap(requests -> Edges.join(Optional.of(requests), creation))
          .ifPresent(requests -> out.add(Technique.CREATE_ROLE, target, requests));
    }
  }

  /** Returns the question whether a role may be bound that is not there yet, of this name or, with the empty one, of any. */
  private Optional<Attributes> bindNew(Place place, String home, Resource resource, String name) {
    Stream<? extends RuleSet> all =
        resource.equals(CLUSTER_ROLES) ? roles.clusterRoles().stream() : roles.roles(home).stream();
    List<String> taken = all.map(role -> role.metadata().nameOrEmpty()).toList();
    if (!name.isEmpty()) {
      return taken.contains(name) ? Optional.empty() : place.besides("bind", resource, name);
    }
    return place
        .besidesAny("bind", resource)
        .or(() -> place.besidesNamed("bind", resource).stream()
            .filter(question -> !taken.contains(question.name()))
            .findFirst());
  }

  /** Adds itself to bindings that there are. */
  private void change(Place place, Resource resource, Edges out) {
    for (Binding binding : roles.bindings(place.namespace())) {
      Optional<RuleSet> role = roles.roleOf(binding);
      if (role.isEmpty()) {
        continue;
      }
      RoleRef reference = binding.roleRef().withDefaults();
      Resource kind = Resource.of(
          reference.apiGroup(),
          reference.kind().equals(ClusterRole.KIND.kind()) ? CLUSTER_ROLES.name() : ROLES.name());
      Edges.all(
              place.exactly(binding.metadata().nameOrEmpty(), resource, Place.CHANGE),
              place.besides("bind", kind, reference.name()))
          .ifPresent(requests -> out.addOn(
              Technique.BIND_ROLE,
              held(role.get(), place.namespace()),
              Optional.of(binding),
              requests));
    }
  }
}
