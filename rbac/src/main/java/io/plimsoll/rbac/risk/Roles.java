package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The roles and bindings there are, by place. */
final class Roles {

  /** Whoever may do this may do everything. */
  static final Attributes EVERYTHING = Attributes.ofResource("*", "*", "*");

  private final Rbac rbac;
  private final List<ClusterRole> clusterRoles;
  private final Map<String, List<Role>> roles = new HashMap<>();
  private final Map<String, List<Binding>> bindings = new HashMap<>();
  private final Optional<ClusterRole> full;

  Roles(Rbac rbac) {
    this.rbac = rbac;
    clusterRoles = rbac.clusterRoles().stream()
        .sorted(Comparator.comparing(ClusterRole::ref))
        .toList();
    rbac.roles().stream()
        .sorted(Comparator.comparing(Role::ref))
        .forEach(role -> roles
            .computeIfAbsent(role.metadata().namespaceOrEmpty(), n -> new ArrayList<>())
            .add(role));
    rbac.clusterRoleBindings().forEach(this::add);
    rbac.roleBindings().forEach(this::add);
    full = clusterRoles.stream().filter(Roles::isFull).findFirst();
  }

  private void add(Binding binding) {
    bindings.computeIfAbsent(binding.scope(), n -> new ArrayList<>()).add(binding);
  }

  /** Whether one of the rules allows everything. */
  static boolean isFull(RuleSet role) {
    return role.rules().stream().anyMatch(rule -> rule.allows(EVERYTHING));
  }

  /** Returns the ClusterRoles by name. */
  List<ClusterRole> clusterRoles() {
    return clusterRoles;
  }

  /** Returns the Roles of a namespace by name. */
  List<Role> roles(String namespace) {
    return roles.getOrDefault(namespace, List.of());
  }

  /** Returns the bindings of a namespace or, with the empty one, those of the cluster. */
  List<Binding> bindings(String namespace) {
    return bindings.getOrDefault(namespace, List.of());
  }

  /** Returns the role that a binding grants. */
  Optional<RuleSet> roleOf(Binding binding) {
    return rbac.roleOf(binding);
  }

  /** Returns a ClusterRole that allows everything: who can be bound to it gains nothing by any other. */
  Optional<ClusterRole> full() {
    return full;
  }

  /** Returns the names that rules are limited to. */
  static Set<String> resourceNames(Rbac rbac) {
    Set<String> names = new HashSet<>();
    rbac.clusterRoles().forEach(role -> addNames(role.rules(), names));
    rbac.roles().forEach(role -> addNames(role.rules(), names));
    return names;
  }

  private static void addNames(List<PolicyRule> rules, Set<String> names) {
    rules.forEach(rule -> names.addAll(rule.resourceNames()));
  }
}
