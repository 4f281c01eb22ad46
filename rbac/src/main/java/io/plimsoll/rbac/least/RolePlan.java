package io.plimsoll.rbac.least;

import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.least.Needs.Need;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which roles and bindings needs come to: one role for the same rules, one binding for the same rules in the same scope. */
final class RolePlan {

  private final Needs needs;
  private final Map<List<PolicyRule>, Map<String, List<Subject>>> byRules = new LinkedHashMap<>();

  private final List<ClusterRole> clusterRoles = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();
  private final List<ClusterRoleBinding> clusterRoleBindings = new ArrayList<>();
  private final List<RoleBinding> roleBindings = new ArrayList<>();
  private final UniqueNames roleNames = new UniqueNames();
  private final UniqueNames bindingNames = new UniqueNames();

  RolePlan(Needs needs) {
    this.needs = needs;
    for (Need need : needs.list()) {
      byRules
          .computeIfAbsent(RuleFolding.fold(need.permissions()), rules -> new TreeMap<>())
          .computeIfAbsent(need.scope(), scope -> new ArrayList<>())
          .add(need.subject());
    }
  }

  LeastPrivilege result() {
    byRules.forEach((rules, byScope) -> {
      String name = name(byScope);
      RoleRef roleRef = role(name, rules, byScope.keySet());
      byScope.forEach((scope, subjects) -> bind(name, scope, roleRef, subjects));
    });
    return new LeastPrivilege(
        clusterRoles, roles, clusterRoleBindings, roleBindings, needs.problems());
  }

  private static String name(Map<String, List<Subject>> byScope) {
    Set<Subject> all = new LinkedHashSet<>();
    byScope.values().forEach(all::addAll);
    String first = all.iterator().next().name();
    return all.size() == 1 ? first : first + "-and-" + (all.size() - 1) + "-more";
  }

  /** Makes a Role where one namespace needs it, else a ClusterRole. */
  private RoleRef role(String name, List<PolicyRule> rules, Set<String> scopes) {
    String scope = scopes.iterator().next();
    PolicyRule[] all = rules.toArray(PolicyRule[]::new);
    if (scopes.size() == 1 && !scope.isEmpty()) {
      String unique = roleNames.of(scope, name);
      roles.add(Role.of(scope, unique, all));
      return RoleRef.role(unique);
    }
    String unique = roleNames.of("", name);
    clusterRoles.add(ClusterRole.of(unique, all));
    return RoleRef.clusterRole(unique);
  }

  private void bind(String name, String scope, RoleRef roleRef, List<Subject> subjects) {
    String unique = bindingNames.of(scope, name);
    Subject[] all = subjects.toArray(Subject[]::new);
    if (scope.isEmpty()) {
      clusterRoleBindings.add(ClusterRoleBinding.of(unique, roleRef, all));
    } else {
      roleBindings.add(RoleBinding.of(scope, unique, roleRef, all));
    }
  }
}
