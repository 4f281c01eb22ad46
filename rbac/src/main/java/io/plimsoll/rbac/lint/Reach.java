package io.plimsoll.rbac.lint;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.rbac.Aggregation;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.RuleSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where roles are granted: everywhere, in namespaces, or nowhere, by their own bindings or by those of roles that collect them.
 *
 * <p>The ClusterRoles that Kubernetes brings along may be granted everywhere by bindings that the manifests do not have.
 */
final class Reach {

  private final Map<String, Grants> clusterRoles = new HashMap<>();
  private final Set<Place> roles = new HashSet<>();

  private Reach() {}

  private record Place(String namespace, String name) {}

  /** How one ClusterRole is granted. */
  private static final class Grants {
    private boolean used;
    private boolean everywhere;
    private @Nullable ObjectRef roleBinding;

    /** Takes over how a role that collects this one is granted; returns whether that was news. */
    boolean addAll(Grants collector) {
      boolean news = !used
          || (collector.everywhere && !everywhere)
          || (collector.roleBinding != null && roleBinding == null);
      used = true;
      everywhere |= collector.everywhere;
      roleBinding = roleBinding == null ? collector.roleBinding : roleBinding;
      return news;
    }
  }

  static Reach of(Rbac rbac, Aggregation aggregation, OwnObjects own) {
    Reach reach = new Reach();
    for (String name : own.clusterRoles()) {
      Grants grants = reach.grants(name);
      grants.used = true;
      grants.everywhere = true;
    }
    rbac.clusterRoleBindings().forEach(reach::add);
    rbac.roleBindings().forEach(reach::add);
    reach.collect(aggregation);
    return reach;
  }

  private Grants grants(String clusterRole) {
    return clusterRoles.computeIfAbsent(clusterRole, name -> new Grants());
  }

  private void add(Binding binding) {
    RoleRef role = binding.roleRef();
    if (role.kind().equals(Role.KIND.kind())) {
      roles.add(new Place(binding.scope(), role.name()));
    } else if (role.kind().equals(ClusterRole.KIND.kind())) {
      Grants grants = grants(role.name());
      grants.used = true;
      if (binding instanceof ClusterRoleBinding) {
        grants.everywhere = true;
      } else if (grants.roleBinding == null) {
        grants.roleBinding = binding.ref();
      }
    }
  }

  private void collect(Aggregation aggregation) {
    Deque<ClusterRole> changed = new ArrayDeque<>();
    aggregation.roles().stream()
        .filter(role -> role.aggregationRule() != null)
        .forEach(changed::add);
    while (!changed.isEmpty()) {
      ClusterRole collector = changed.remove();
      for (ClusterRole role : aggregation.collected(collector)) {
        boolean news = grants(role.metadata().nameOrEmpty())
            .addAll(grants(collector.metadata().nameOrEmpty()));
        if (news && role.aggregationRule() != null) {
          changed.add(role);
        }
      }
    }
  }

  /** Returns whether a binding or another role names the role. */
  boolean isUsed(RuleSet role) {
    String name = role.metadata().nameOrEmpty();
    return role instanceof Role
        ? roles.contains(new Place(role.metadata().namespaceOrEmpty(), name))
        : clusterRoles.containsKey(name) && grants(name).used;
  }

  /** Returns the first RoleBinding that grants a ClusterRole, if no ClusterRoleBinding does. */
  Optional<ObjectRef> onlyRoleBinding(ClusterRole role) {
    Grants grants = clusterRoles.get(role.metadata().nameOrEmpty());
    return grants == null || grants.everywhere
        ? Optional.empty()
        : Optional.ofNullable(grants.roleBinding);
  }
}
