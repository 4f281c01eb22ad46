package io.plimsoll.rbac.compare;

import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.RuleSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A binding and the role it grants.
 *
 * @param ordinal the number of the binding in its cluster
 * @param role the role, or {@code null} if there is none
 * @param rules the {@linkplain RulePieces#number number} of its rules, or -1
 */
record Holding(int ordinal, Binding binding, @Nullable RuleSet role, int rules) {

  /** The rules and where they count. */
  record Key(String scope, int rules) {}

  /** What a binding is known by in any cluster. */
  record Name(String kind, String scope, String name) {}

  /** The number says it all within a cluster; bindings may have thousands of subjects. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Holding that && ordinal == that.ordinal && binding == that.binding;
  }

  @Override
  public int hashCode() {
    return ordinal;
  }

  boolean grants() {
    return role != null;
  }

  RuleSet roleOrThrow() {
    return Objects.requireNonNull(role);
  }

  String scope() {
    return binding.scope();
  }

  Key key() {
    return new Key(scope(), rules);
  }

  Name name() {
    return new Name(binding.objectKind().kind(), scope(), binding.metadata().nameOrEmpty());
  }
}
