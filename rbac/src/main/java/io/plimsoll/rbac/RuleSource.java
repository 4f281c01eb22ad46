package io.plimsoll.rbac;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;

/**
 * Where a rule is written: in a role, or in one of those that an aggregated role collects.
 *
 * @param role the role that has the rule in its manifest
 * @param index the index of the rule there
 */
public record RuleSource(ObjectRef role, int index) {

  /** Returns the field: {@code rules[1]}. */
  public FieldPath path() {
    return FieldPath.of("rules").index(index);
  }
}
