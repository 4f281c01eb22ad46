package io.plimsoll.rbac;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.WriteCheck.Basis;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
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

  private final Supplier<Rbac> rbac;
  private final User user;
  private final Predicate<Attributes> authorized;

  /** Makes a guard that asks RBAC alone for {@code escalate} and {@code bind}. */
  EscalationGuard(Rbac rbac, User user) {
    this(() -> rbac, user, attributes -> rbac.can(user, attributes).isAllowed());
  }

  /**
   * Makes a guard that asks whoever authorizes the user for {@code escalate} and {@code bind}. What RBAC allows is only made if it
   * is needed: who is in {@code system:masters} needs nothing of it.
   */
  EscalationGuard(Supplier<Rbac> rbac, User user, Predicate<Attributes> authorized) {
    this.rbac = rbac;
    this.user = user;
    this.authorized = authorized;
  }

  /** Checks the creation of a role, or with the old one its update. */
  WriteCheck check(RuleSet role, @Nullable RuleSet old) {
    // A creation names nobody, so that "escalate" on some names only helps to update.
    return check(role, old, old == null ? "" : old.metadata().nameOrEmpty());
  }

  /** Checks the creation of a role, or with the old one its update, by a request about an object of a name. */
  WriteCheck check(RuleSet role, @Nullable RuleSet old, String requested) {
    boolean clusterRole = role instanceof ClusterRole;
    String resource = clusterRole ? "clusterroles" : "roles";
    String namespace = clusterRole ? "" : role.metadata().namespaceOrEmpty();
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
    GrantCheck full = rbac.get().mayGrant(user, namespace, FULL_AUTHORITY);
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
    String resource =
        binding instanceof ClusterRoleBinding ? "clusterrolebindings" : "rolebindings";
    if (user.isIn(User.MASTERS)) {
      return WriteCheck.allowed(Basis.MASTERS);
    }
    if (old != null && binding.withMetadata(withOwnersOf(old, binding)).equals(old)) {
      return WriteCheck.allowed(Basis.OWNERS_ONLY);
    }
    if (mayBind(reference, binding.scope())) {
      return WriteCheck.allowed(Basis.BIND);
    }
    return rbac.get()
        .roleOf(binding)
        .map(role -> held(binding, resource, binding.scope(), role.rules()))
        .orElseGet(() -> new WriteCheck(Basis.NO_ROLE, missing(reference, resource), List.of()));
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
    return authorized.test(
        Attributes.ofResource(verb, group, resource).in(namespace).named(name));
  }

  private WriteCheck held(
      ApiObject object, String resource, String namespace, List<PolicyRule> rules) {
    GrantCheck check = rbac.get().mayGrant(user, namespace, rules);
    return check.isAllowed()
        ? WriteCheck.allowed(Basis.HELD)
        : refused(
            Basis.NOT_HELD,
            object,
            resource,
            new GrantCheck(user, check.missing(), resolutionErrors(namespace, resource)).message(),
            check.missing());
  }

  /** The storage, which is asked here, lists bindings by name. */
  private List<String> resolutionErrors(String namespace, String resource) {
    return rbac.get().bindingsOf(user, namespace).stream()
        .filter(applied -> applied.role().isEmpty())
        .map(AppliedBinding::binding)
        .sorted(Comparator.comparing((Binding binding) -> !binding.scope().isEmpty())
            .thenComparing(binding -> binding.metadata().nameOrEmpty(), GoText::compare))
        .map(binding -> missing(binding.roleRef(), resource))
        .toList();
  }

  /**
   * The storage calls a role that it does not have by the resource of the request: {@code rolebindings … "view" not found}. Mirrors
   * {@code qualifiedResourceFromContext} of {@code k8s.io/apiserver/pkg/registry/generic/registry}.
   */
  private static String missing(RoleRef reference, String resource) {
    return switch (reference.kind()) {
      case RbacApi.CLUSTER_ROLE, RbacApi.ROLE ->
        Status.notFound(RbacApi.GROUP, resource, reference.name()).message();
      default -> RoleLookup.error(reference);
    };
  }

  private static WriteCheck refused(
      Basis basis, ApiObject object, String resource, String reason, List<PolicyRule> missing) {
    String name = object.metadata().nameOrEmpty();
    return new WriteCheck(
        basis, Status.forbidden(RbacApi.GROUP, resource, name, reason).message(), missing);
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
