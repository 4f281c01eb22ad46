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
