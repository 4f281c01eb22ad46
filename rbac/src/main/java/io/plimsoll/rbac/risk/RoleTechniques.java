package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.AppliedBinding;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.RuleSet;
import io.plimsoll.rbac.risk.Goal.Kind;
import io.plimsoll.rbac.risk.Place.Creation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Growth by writing roles that one is bound to. Mirrors the guards of {@code pkg/registry/rbac/{role,clusterrole}}: without the
 * verb {@code escalate} nobody writes more into a role than they hold, so that they gain nothing.
 */
final class RoleTechniques implements Family {

  static final Resource CLUSTER_ROLES = Resource.of(Resource.RBAC, "clusterroles");
  static final Resource ROLES = Resource.of(Resource.RBAC, "roles");

  private final Targets targets;
  private final Roles roles;

  RoleTechniques(Targets targets, Roles roles) {
    this.targets = targets;
    this.roles = roles;
  }

  /** A role in a scope: several bindings may lead there. */
  private record Applied(RoleRef role, String scope) {}

  @Override
  public void find(Node node, Place place, Edges out) {
    if (!place.isEverywhere()
        || !(mayEscalate(place, CLUSTER_ROLES) || mayEscalateSomewhere(place))) {
      return;
    }
    Set<Applied> seen = new HashSet<>();
    for (AppliedBinding applied : place.actor().bindings()) {
      RoleRef role = applied.binding().roleRef();
      String scope = applied.binding().scope();
      boolean clusterRole = role.kind().equals(ClusterRole.KIND.kind());
      boolean resolvable =
          clusterRole || (role.kind().equals(Role.KIND.kind()) && !scope.isEmpty());
      if (!resolvable || !seen.add(new Applied(role, scope))) {
        continue;
      }
      // The holder of a role that was granted on the way has it from no binding of the cluster.
      Optional<Binding> basis =
          node instanceof Node.Person ? Optional.of(applied.binding()) : Optional.empty();
      Place home = place.in(clusterRole ? "" : scope);
      write(
              home,
              clusterRole ? CLUSTER_ROLES : ROLES,
              role.name(),
              applied.role().isPresent())
          .ifPresent(
              requests -> out.addOn(Technique.ESCALATE_ROLE, everything(scope), basis, requests));
      applied
          .role()
          .filter(RoleTechniques::isAggregated)
          .flatMap(aggregated -> feed(home, aggregated))
          .ifPresent(
              requests -> out.addOn(Technique.AGGREGATE_ROLE, everything(scope), basis, requests));
    }
  }

  private static boolean mayEscalateSomewhere(Place place) {
    return mayEscalate(place, ROLES)
        || place.actor().namespaces().stream()
            .anyMatch(namespace -> mayEscalate(place.in(namespace), ROLES));
  }

  /** Whether there is anything to look for: hardly anybody may. */
  private static boolean mayEscalate(Place place, Resource resource) {
    return place.besidesAny("escalate", resource).isPresent()
        || place.besides("escalate", resource, "").isPresent()
        || !place.besidesNamed("escalate", resource).isEmpty();
  }

  private Target everything(String scope) {
    return scope.isEmpty() ? targets.goal(Kind.CLUSTER_ADMIN) : targets.holder(null, scope);
  }

  /** Returns what it takes to write any rule into the role: to change it or, if there is none, to create it. */
  private static Optional<List<Attributes>> write(
      Place home, Resource resource, String name, boolean exists) {
    if (exists) {
      return Edges.all(
          home.exactly(name, resource, Place.CHANGE), home.besides("escalate", resource, name));
    }
    return creations(home, resource).stream()
        .filter(creation -> creation.name().isEmpty() || creation.name().equals(name))
        .findFirst()
        .map(Creation::requests);
  }

  /**
   * Returns the ways to create a role of any rules: by a creation, for which {@code escalate} is asked without a name, or by
   * applying it, for which it is asked with the role's.
   */
  static List<Creation> creations(Place home, Resource resource) {
    List<Creation> ways = new ArrayList<>();
    home.creations(resource).stream()
        .filter(creation -> creation.name().isEmpty())
        .flatMap(creation -> Edges.join(
            Optional.of(creation.requests()), Edges.all(home.besides("escalate", resource, "")))
            .stream())
        .forEach(requests -> ways.add(new Creation("", requests)));
    Set<String> names = new LinkedHashSet<>();
    home.besidesNamed("escalate", resource).forEach(question -> names.add(question.name()));
    home.named(resource, "create", "patch").forEach(request -> names.add(request.name()));
    for (String name : names) {
      Edges.all(
              home.exactly(name, resource, "patch"),
              home.exactly(name, resource, "create"),
              home.besides("escalate", resource, name))
          .ifPresent(requests -> ways.add(new Creation(name, requests)));
    }
    return ways;
  }

  private static boolean isAggregated(RuleSet role) {
    return role instanceof ClusterRole clusterRole
        && clusterRole.aggregationRule() != null
        && !clusterRole.aggregationRule().clusterRoleSelectors().isEmpty();
  }

  /** Returns what it takes to write a role that the aggregated one selects. */
  private Optional<List<Attributes>> feed(Place cluster, RuleSet aggregated) {
    Optional<List<Attributes>> creation =
        creations(cluster, CLUSTER_ROLES).stream().findFirst().map(Creation::requests);
    return creation.or(() -> roles.clusterRoles().stream()
        .map(role -> role.metadata().nameOrEmpty())
        .filter(name -> !name.equals(aggregated.metadata().nameOrEmpty()))
        .flatMap(name -> write(cluster, CLUSTER_ROLES, name, true).stream())
        .findFirst());
  }
}
