package io.plimsoll.core.apiserver;

import io.plimsoll.core.finding.Patch;

/**
 * What one part of the server did with a request.
 *
 * @param stage the stage it belongs to
 * @param component the authenticator, authorizer or plug-in by upstream's name; empty for the stage itself
 * @param outcome what it decided, in a few words, such as {@code allowed}
 * @param detail why, or empty
 * @param patch what it changed in the object; empty if nothing
 */
public record TraceStep(Stage stage, String component, String outcome, String detail, Patch patch) {

  /** The outcome where a plug-in left the object as it was. */
  static final String UNCHANGED = "unchanged";

  /** The outcome where a plug-in had nothing against the request. */
  static final String ADMITTED = "admitted";

  /** What was sent could be read. */
  static final TraceStep DECODED = new TraceStep(Stage.DECODING, "", "decoded", "", Patch.NONE);

  /** The object was found valid by all rules of its kind. */
  static final TraceStep VALID = new TraceStep(Stage.VALIDATION, "", "valid", "", Patch.NONE);

  /** Returns whether a plug-in let the request pass as it was and has nothing to say of it. */
  public boolean isQuiet() {
    boolean ofPlugin = stage == Stage.MUTATING_ADMISSION || stage == Stage.VALIDATING_ADMISSION;
    return ofPlugin && detail.isEmpty() && (outcome.equals(UNCHANGED) || outcome.equals(ADMITTED));
  }

  /** Returns the step in one line: {@code authorization (RBAC): allowed: …}. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(stage.toString());
    if (!component.isEmpty()) {
      line.append(" (").append(component).append(')');
    }
    line.append(": ").append(outcome);
    return detail.isEmpty() ? line.toString() : line.append(": ").append(detail).toString();
  }
}
