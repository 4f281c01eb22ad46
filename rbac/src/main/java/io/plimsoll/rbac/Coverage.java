package io.plimsoll.rbac;

import java.util.List;

/**
 * Whether some rules allow all that others do.
 *
 * @param uncovered the atomic parts of the others that no single rule allows, in order; empty if all is covered
 */
public record Coverage(List<PolicyRule> uncovered) {

  public Coverage {
    uncovered = List.copyOf(uncovered);
  }

  /** Returns whether everything is covered. */
  public boolean isCovered() {
    return uncovered.isEmpty();
  }
}
