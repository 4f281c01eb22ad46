package io.plimsoll.rbac;

import java.util.ArrayList;
import java.util.List;

/** Roles and bindings of a test, in the order in which they are added. */
final class Policy {

  private final List<ClusterRole> clusterRoles = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();
  private final List<ClusterRoleBinding> clusterRoleBindings = new ArrayList<>();
  private final List<RoleBinding> roleBindings = new ArrayList<>();

  Policy clusterRole(String name, PolicyRule... rules) {
    clusterRoles.add(ClusterRole.of(name, rules));
    return this;
  }

  Policy role(String namespace, String name, PolicyRule... rules) {
    roles.add(Role.of(namespace, name, rules));
    return this;
  }

  /** Adds a ClusterRoleBinding of a ClusterRole. */
  Policy bind(String name, String role, Subject... subjects) {
    return bindTo(name, RoleRef.clusterRole(role), subjects);
  }

  /** Adds a ClusterRoleBinding. */
  Policy bindTo(String name, RoleRef role, Subject... subjects) {
    clusterRoleBindings.add(ClusterRoleBinding.of(name, role, subjects));
    return this;
  }

  /** Adds a RoleBinding. */
  Policy bindIn(String namespace, String name, RoleRef role, Subject... subjects) {
    roleBindings.add(RoleBinding.of(namespace, name, role, subjects));
    return this;
  }

  Rbac rbac() {
    return Rbac.of(clusterRoles, roles, clusterRoleBindings, roleBindings);
  }
}
