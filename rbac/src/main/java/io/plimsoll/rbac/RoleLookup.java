package io.plimsoll.rbac;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All roles by the references that lead to them. Of two roles of one name the later counts. */
final class RoleLookup {

  private final Map<String, RuleIndex> clusterRoles = new HashMap<>();
  private final Map<String, Map<String, RuleIndex>> roles = new HashMap<>();
  private int count;

  RoleLookup(List<ClusterRole> clusterRoles, List<Role> roles, RuleSources sources) {
    for (ClusterRole role : clusterRoles) {
      this.clusterRoles.put(role.metadata().nameOrEmpty(), new RuleIndex(role, count++, sources));
    }
    for (Role role : roles) {
      this.roles
          .computeIfAbsent(role.metadata().namespaceOrEmpty(), namespace -> new HashMap<>())
          .put(role.metadata().nameOrEmpty(), new RuleIndex(role, count++, sources));
    }
  }

  /** Returns how many roles there are. */
  int count() {
    return count;
  }

  /**
   * Returns the role a reference leads to. The group of the reference does not matter, as upstream; a ClusterRoleBinding finds
   * no Role, since no Role is without a namespace.
   *
   * @param scope the namespace of the RoleBinding, empty for a ClusterRoleBinding
   */
  @Nullable
  RuleIndex find(RoleRef reference, String scope) {
    return switch (reference.kind()) {
      case RbacApi.CLUSTER_ROLE -> clusterRoles.get(reference.name());
      case RbacApi.ROLE ->
        scope.isEmpty() ? null : roles.getOrDefault(scope, Map.of()).get(reference.name());
      default -> null;
    };
  }

  /** Returns what is said where a reference leads nowhere. */
  static String error(RoleRef reference) {
    return switch (reference.kind()) {
      case RbacApi.CLUSTER_ROLE ->
        UpstreamText.notFound("clusterrole." + RbacApi.GROUP, reference.name());
      case RbacApi.ROLE -> UpstreamText.notFound("role." + RbacApi.GROUP, reference.name());
      default -> "unsupported role reference kind: " + UpstreamText.quote(reference.kind());
    };
  }
}
