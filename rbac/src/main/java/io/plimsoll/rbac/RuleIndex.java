package io.plimsoll.rbac;

import io.plimsoll.core.request.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one role, found by what a request is about. Asking allocates nothing.
 *
 * <p>The index narrows down by resource, the field that tells rules apart best; {@link RuleMatch} decides the rest. So a role
 * with thousands of rules answers from the few that name the resource.
 */
final class RuleIndex {

  private final RuleSet role;
  private final int ordinal;
  private final RuleSources sources;

  /** Made when the role is first asked about: most roles of a cluster that changes again and again never are. */
  private volatile @Nullable RuleTables tables;

  /**
   * Makes the index of a role's rules.
   *
   * @param ordinal the number of the role among all that are indexed
   * @param sources where the rules of aggregated roles are written
   */
  RuleIndex(RuleSet role, int ordinal, RuleSources sources) {
    this.role = role;
    this.ordinal = ordinal;
    this.sources = sources;
  }

  RuleSet role() {
    return role;
  }

  int ordinal() {
    return ordinal;
  }

  /**
   * Returns the index of the first rule that allows the request, or -1.
   *
   * @param hash {@link ResourceTable#hash} of its resource and subresource
   */
  int firstAllowing(Attributes request, int hash) {
    RuleTables made = tables;
    if (made == null) {
      made = new RuleTables(role.rules());
      tables = made;
    }
    return made.firstAllowing(request, hash);
  }

  /** Whether any rule allows the request. */
  boolean allows(Attributes request) {
    return firstAllowing(request, ResourceTable.hash(request.resource(), request.subresource()))
        >= 0;
  }

  /** Returns where a rule of the role is written. */
  RuleSource source(int rule) {
    return sources.of(role, rule);
  }

  /** Returns the grant that a rule of the role makes. */
  Grant grant(Binding binding, int subject, int rule) {
    return new Grant(binding, subject, role, rule, source(rule));
  }
}
