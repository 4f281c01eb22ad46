package io.plimsoll.rbac;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.WriteCheck.Basis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The guard of roles and bindings against the growth of power. Mirrors {@code policybased/storage.go} of {@code
 * pkg/registry/rbac/role}, {@code clusterrole}, {@code rolebinding} and {@code clusterrolebinding}, and {@code
 * pkg/registry/rbac/escalation_check.go}.
 *
 * <p>Deletion is not guarded. {@code escalate} does not help with bindings, nor {@code bind} with roles.
 */
final class EscalationGuard {

  private static final List<PolicyRule> FULL_AUTHORITY = List.of(
      PolicyRule.of(List.of(RbacApi.ALL), List.of(RbacApi.ALL), List.of(RbacApi.ALL)),
      PolicyRule.ofUrls(List.of(RbacApi.ALL), List.of(RbacApi.ALL)));

  private final Rbac rbac;
  private final User user;

  EscalationGuard(Rbac rbac, User user) {
    this.rbac = rbac;
    this.user = user;
  }

  /** Checks the creation of a role, or with the old one its update. */
  WriteCheck check(RuleSet role, @Nullable RuleSet old) {
    boolean clusterRole = role instanceof ClusterRole;
    String resource = clusterRole ? "clusterroles" : "roles";
    String namespace = clusterRole ? "" : role.metadata().namespaceOrEmpty();
    // A creation names nobody, so that "escalate" on some names only helps to update.
    String requested = old == null ? "" : old.metadata().nameOrEmpty();
    if (user.isIn(User.MASTERS)) {
      return WriteCheck.allowed(Basis.MASTERS);
    }
    if (may("escalate", RbacApi.GROUP, resource, namespace, requested)) {
      return WriteCheck.allowed(Basis.ESCALATE);
    }
    if (old != null && role.withMetadata(withOwnersOf(old, role)).equals(old)) {
      return WriteCheck.allowed(Basis.OWNERS_ONLY);
    }
    WriteCheck held = held(role, resource, namespace, role.rules());
    if (!held.isAllowed() || !(aggregates(role) || aggregates(old))) {
      return held;
    }
    GrantCheck full = rbac.mayGrant(user, namespace, FULL_AUTHORITY);
    return full.isAllowed()
        ? held
        : refused(
            Basis.AGGREGATION,
            role,
            resource,
            "must have cluster-admin privileges to use the aggregationRule",
            full.missing());
  }

  /** Checks the creation of a binding, or with the old one its update. */
  WriteCheck check(Binding binding, @Nullable Binding old) {
    RoleRef reference = binding.roleRef();
    if (user.isIn(User.MASTERS)) {
      return WriteCheck.allowed(Basis.MASTERS);
    }
    if (old != null && binding.withMetadata(withOwnersOf(old, binding)).equals(old)) {
      return WriteCheck.allowed(Basis.OWNERS_ONLY);
    }
    if (mayBind(reference, binding.scope())) {
      return WriteCheck.allowed(Basis.BIND);
    }
    return rbac.roleOf(binding)
        .map(role -> held(
            binding,
            binding instanceof ClusterRoleBinding ? "clusterrolebindings" : "rolebindings",
            binding.scope(),
            role.rules()))
        .orElseGet(() -> new WriteCheck(Basis.NO_ROLE, RoleLookup.error(reference), List.of()));
  }

  private boolean mayBind(RoleRef reference, String namespace) {
    String name = reference.name();
    return switch (reference.kind()) {
      case RbacApi.CLUSTER_ROLE ->
        may("bind", reference.apiGroup(), "clusterroles", namespace, name);
      case RbacApi.ROLE -> may("bind", reference.apiGroup(), "roles", namespace, name);
      default -> false;
    };
  }

  private boolean may(String verb, String group, String resource, String namespace, String name) {
    return rbac.can(
            user, Attributes.ofResource(verb, group, resource).in(namespace).named(name))
        .isAllowed();
  }

  private WriteCheck held(
      ApiObject object, String resource, String namespace, List<PolicyRule> rules) {
    GrantCheck check = rbac.mayGrant(user, namespace, rules);
    return check.isAllowed()
        ? WriteCheck.allowed(Basis.HELD)
        : refused(Basis.NOT_HELD, object, resource, check.message(), check.missing());
  }

  private static WriteCheck refused(
      Basis basis, ApiObject object, String resource, String reason, List<PolicyRule> missing) {
    String name = object.metadata().nameOrEmpty();
    return new WriteCheck(
        basis, UpstreamText.forbidden(resource + "." + RbacApi.GROUP, name, reason), missing);
  }

  private static boolean aggregates(@Nullable RuleSet role) {
    return role instanceof ClusterRole clusterRole
        && clusterRole.aggregationRule() != null
        && !clusterRole.aggregationRule().clusterRoleSelectors().isEmpty();
  }

  /** Mirrors {@code IsOnlyMutatingGCFields} of {@code pkg/registry/rbac/helpers.go}. */
  private static ObjectMeta withOwnersOf(ApiObject old, ApiObject object) {
    return object.metadata().toBuilder()
        .ownerReferences(old.metadata().ownerReferences())
        .finalizers(old.metadata().finalizers())
        .build();
  }
}
