package io.plimsoll.rbac;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All roles by the references that lead to them. Of two roles of one name the later counts. */
final class RoleLookup {

  private final Map<String, RuleIndex> clusterRoles = new HashMap<>();
  private final Map<String, Map<String, RuleIndex>> roles = new HashMap<>();
  private final RuleSources sources;
  private int count;

  RoleLookup(List<ClusterRole> clusterRoles, List<Role> roles, RuleSources sources) {
    this.sources = sources;
    for (ClusterRole role : clusterRoles) {
      this.clusterRoles.put(role.metadata().nameOrEmpty(), new RuleIndex(role, count++, sources));
    }
    for (Role role : roles) {
      this.roles
          .computeIfAbsent(role.metadata().namespaceOrEmpty(), namespace -> new HashMap<>())
          .put(role.metadata().nameOrEmpty(), new RuleIndex(role, count++, sources));
    }
  }

  /** Returns where the rules of all roles are written. */
  RuleSources sources() {
    return sources;
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

  /**
   * Returns the role that a binding whose role does not exist most likely means: one of the same name and the other kind, or one
   * whose name is alike, of those that allow the request if there are any.
   *
   * @param request what the role should allow, or {@code null} if that is not known
   */
  Optional<RoleRef> nearest(Binding binding, @Nullable Attributes request) {
    String name = binding.roleRef().name();
    Map<String, RuleIndex> local =
        binding.scope().isEmpty() ? Map.of() : roles.getOrDefault(binding.scope(), Map.of());
    boolean preferLocal = binding.roleRef().kind().equals(RbacApi.ROLE);
    RoleRef inCluster =
        nearest(name, clusterRoles, request).map(RoleRef::clusterRole).orElse(null);
    RoleRef inNamespace = nearest(name, local, request).map(RoleRef::role).orElse(null);
    RoleRef first = preferLocal ? inNamespace : inCluster;
    RoleRef second = preferLocal ? inCluster : inNamespace;
    boolean otherKind = second != null && second.name().equals(name);
    return Optional.ofNullable(first == null || otherKind ? second : first);
  }

  private static Optional<String> nearest(
      String name, Map<String, RuleIndex> candidates, @Nullable Attributes request) {
    if (candidates.containsKey(name)) {
      return Optional.of(name);
    }
    List<String> names = candidates.keySet().stream().sorted().toList();
    List<String> allowing = request == null
        ? List.of()
        : candidates.entrySet().stream()
            .filter(candidate -> candidate.getValue().allows(request))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return Spelling.nearest(name, allowing).or(() -> Spelling.nearest(name, names));
  }

  /** Returns what is said where a reference leads nowhere. */
  static String error(RoleRef reference) {
    return switch (reference.kind()) {
      case RbacApi.CLUSTER_ROLE -> notFound("clusterrole", reference);
      case RbacApi.ROLE -> notFound("role", reference);
      default -> "unsupported role reference kind: " + GoText.quote(reference.kind());
    };
  }

  private static String notFound(String resource, RoleRef reference) {
    return Status.notFound(RbacApi.GROUP, resource, reference.name()).message();
  }
}
