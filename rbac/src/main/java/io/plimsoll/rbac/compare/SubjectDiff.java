package io.plimsoll.rbac.compare;

import io.plimsoll.rbac.Subject;
import java.util.List;

/**
 * What changes for one subject.
 *
 * @param subject the subject, a service account with its namespace
 * @param gained what it may do afterwards only, everywhere first, then by namespace
 * @param lost what it may do before only, in the same order
 */
public record SubjectDiff(Subject subject, List<AccessChange> gained, List<AccessChange> lost) {

  public SubjectDiff {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
  }

  /** Returns the subject and its changes, a line each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(subject).append('\n');
    gained.forEach(change -> text.append("  + ").append(change).append('\n'));
    lost.forEach(change -> text.append("  - ").append(change).append('\n'));
    return text.toString();
  }
}
