package io.plimsoll.rbac.lint;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.BootstrapPolicy;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RuleSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The roles and bindings that an API server makes when it starts: nobody can mend them, so nothing is found in them. */
final class OwnObjects {

  private final Cluster own;

  private OwnObjects(Cluster own) {
    this.own = own;
  }

  static OwnObjects read() {
    return new OwnObjects(BootstrapPolicy.cluster());
  }

  /** Returns whether a role allows just what the API server's own of its name does; what that has collected does not count. */
  boolean has(RuleSet role) {
    return find(role).filter(ours -> sameRules(ours, role)).isPresent();
  }

  /** Returns the API server's own role of the name of a role. */
  Optional<? extends RuleSet> find(RuleSet role) {
    String name = role.metadata().nameOrEmpty();
    return role instanceof ClusterRole
        ? own.find(ClusterRole.KIND, "", name)
        : own.find(Role.KIND, role.metadata().namespaceOrEmpty(), name);
  }

  private static boolean sameRules(RuleSet ours, RuleSet theirs) {
    if (ours instanceof ClusterRole a
        && theirs instanceof ClusterRole b
        && (a.aggregationRule() != null || b.aggregationRule() != null)) {
      return a.aggregationRule() != null && a.aggregationRule().equals(b.aggregationRule());
    }
    return ours.rules().equals(theirs.rules());
  }

  /** Returns whether a binding grants just what the API server's own of its name does. */
  boolean has(Binding binding) {
    String name = binding.metadata().nameOrEmpty();
    Optional<? extends Binding> ours = binding instanceof RoleBinding
        ? own.find(RoleBinding.KIND, binding.scope(), name)
        : own.find(ClusterRoleBinding.KIND, "", name);
    return ours.filter(mine -> sameGrants(mine, binding)).isPresent();
  }

  private static boolean sameGrants(Binding ours, Binding theirs) {
    Binding a = ours.withDefaults();
    Binding b = theirs.withDefaults();
    return a.roleRef().equals(b.roleRef()) && a.subjects().equals(b.subjects());
  }

  /** Returns the names of the ClusterRoles. */
  Set<String> clusterRoles() {
    Set<String> names = new HashSet<>();
    own.all(ClusterRole.KIND).forEach(role -> names.add(role.metadata().nameOrEmpty()));
    return names;
  }
}
