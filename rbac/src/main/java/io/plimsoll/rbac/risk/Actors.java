package io.plimsoll.rbac.risk;

import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.Grant;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.RuleSet;
import io.plimsoll.rbac.RuleSource;
import io.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who the nodes of the graph are when they make requests, and what allows those. */
final class Actors {

  /** Whoever holds a role that was granted on the way; the name is nobody's in the cluster. */
  private static final User HOLDER = User.of("(the holder of the role)");

  /** What the API server asks besides the request itself, and so without regard to impersonation. */
  private static final Set<String> BESIDES = Set.of("bind", "escalate", "approve");

  private final Rbac rbac;
  private final Population population;

  Actors(Rbac rbac, Population population) {
    this.rbac = rbac;
    this.population = population;
  }

  /**
   * Returns the actor that a node is.
   *
   * @throws IllegalArgumentException if the node is a goal, which makes no requests
   */
  Actor of(Node node) {
    if (node instanceof Node.Person person) {
      return new Requester(
          rbac, person.user(), population.namespaces(person.bindings()), !person.impersonated());
    }
    if (node instanceof Node.Holder holder) {
      List<String> namespaces =
          holder.namespace().isEmpty() ? List.of() : List.of(holder.namespace());
      return new Requester(granted(holder), HOLDER, namespaces, true);
    }
    if (node instanceof Node.Constrained constrained) {
      return new ConstrainedActor(
          of(constrained.self()), constrained.mode(), of(constrained.target()));
    }
    throw new IllegalArgumentException("not an actor: \"" + node + "\"");
  }

  /** Returns what a role alone allows where it is granted. */
  private static Rbac granted(Node.Holder holder) {
    RuleSet role = holder.role() == null ? everyRule() : holder.role();
    Subject subject = Subject.user(HOLDER.name());
    String name = role.metadata().nameOrEmpty();
    List<ClusterRole> clusterRoles = new ArrayList<>();
    List<Role> roles = new ArrayList<>();
    RoleRef reference;
    if (role instanceof ClusterRole clusterRole) {
      clusterRoles.add(clusterRole);
      reference = RoleRef.clusterRole(name);
    } else {
      roles.add((Role) role);
      reference = RoleRef.role(name);
    }
    return holder.namespace().isEmpty()
        ? Rbac.of(
            clusterRoles,
            roles,
            List.of(ClusterRoleBinding.of(name, reference, subject)),
            List.of())
        : Rbac.of(
            clusterRoles,
            roles,
            List.of(),
            List.of(RoleBinding.of(holder.namespace(), name, reference, subject)));
  }

  private static ClusterRole everyRule() {
    List<String> all = List.of("*");
    return new ClusterRole(
        ObjectMeta.EMPTY, List.of(PolicyRule.of(all, all, all), PolicyRule.ofUrls(all, all)), null);
  }

  /** Returns a request of a node's, shown as this power, with what allows it. */
  Use use(Node node, Power power, Attributes request) {
    if (node instanceof Node.Holder holder) {
      return new Use(request, List.of(), source(holder, request));
    }
    List<Grant> grants = new ArrayList<>();
    User user = power instanceof Identity identity ? identity.subject().toUser() : HOLDER;
    rbac.can(user, request).grant().ifPresent(grants::add);
    if (node instanceof Node.Constrained constrained && !BESIDES.contains(request.verb())) {
      Attributes inName = ConstrainedActor.inName(constrained.mode(), request);
      rbac.can(of(constrained.self()).user(), inName).grant().ifPresent(grants::add);
    }
    return new Use(request, grants, Optional.empty());
  }

  private Optional<RuleSource> source(Node.Holder holder, Attributes request) {
    RuleSet role = holder.role();
    return role == null
        ? Optional.empty()
        : granted(holder)
            .can(HOLDER, request)
            .grant()
            .map(grant -> rbac.source(role, grant.ruleIndex()));
  }
}
