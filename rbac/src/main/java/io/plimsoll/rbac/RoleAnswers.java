package io.plimsoll.rbac;

import io.plimsoll.core.request.Attributes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What roles answer to one request: each is asked once, however many bindings grant it. */
final class RoleAnswers {

  private static final int UNKNOWN = -2;

  private final Attributes request;
  private final int hash;

  /** For each role by its number, the first rule that allows the request. */
  private final int[] rules;

  /** For each role by its number, where that rule is written, once it was asked for: to find that out takes long. */
  private final @Nullable RuleSource[] sources;

  RoleAnswers(Attributes request, RoleLookup roles) {
    this.request = request;
    this.hash = ResourceTable.hash(request.resource(), request.subresource());
    this.rules = new int[roles.count()];
    Arrays.fill(rules, UNKNOWN);
    this.sources = new RuleSource[rules.length];
  }

  /** Returns the index of the first rule of a role that allows the request, or -1. */
  int firstAllowing(RuleIndex role) {
    int known = rules[role.ordinal()];
    if (known == UNKNOWN) {
      known = role.firstAllowing(request, hash);
      rules[role.ordinal()] = known;
    }
    return known;
  }

  /** Returns where the first rule is written that allows the request, of a role that has one. */
  RuleSource source(RuleIndex role) {
    RuleSource known = sources[role.ordinal()];
    if (known == null) {
      known = role.source(firstAllowing(role));
      sources[role.ordinal()] = known;
    }
    return known;
  }
}
