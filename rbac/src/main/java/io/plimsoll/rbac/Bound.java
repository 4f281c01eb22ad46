package io.plimsoll.rbac;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A binding with the role its reference leads to.
 *
 * @param binding the binding
 * @param role the role, or {@code null} if there is none
 */
record Bound(Binding binding, @Nullable RuleIndex role) {

  /** Returns a binding with its role among others. */
  static Bound of(Binding binding, RoleLookup roles) {
    return new Bound(binding, roles.find(binding.roleRef(), binding.scope()));
  }

  /**
   * Returns what the API server says if there is no role. Mirrors {@code GetRoleReferenceRules} of {@code
   * pkg/registry/rbac/validation/rule.go} over the listers of {@code client-go}.
   */
  String error() {
    return RoleLookup.error(binding.roleRef());
  }

  /** Returns the role where it is known that there is one. */
  RuleIndex roleOrThrow() {
    return Objects.requireNonNull(role);
  }
}
