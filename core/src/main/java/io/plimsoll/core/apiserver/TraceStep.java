package io.plimsoll.core.apiserver;

import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.KubeObject;
import java.util.Optional;

/**
 * What one part of the server did with a request.
 *
 * @param stage the stage it belongs to
 * @param component the authenticator, authorizer or plug-in by upstream's name; empty for the stage itself
 * @param outcome what it decided, in a few words, such as {@code allowed}
 * @param detail why, or empty
 * @param change what it made of the object; empty if it left it as it was
 */
public record TraceStep(
    Stage stage, String component, String outcome, String detail, Optional<Change> change) {

  /**
   * An object that was changed.
   *
   * @param before the object as it was
   * @param after the object as it is then
   */
  public record Change(MappingValue before, MappingValue after) {

    /** Returns which object it is; a secret's data stays unsaid. */
    @Override
    public String toString() {
      return "change of " + KubeObject.of(after);
    }
  }

  /** A step that changes nothing. */
  TraceStep(Stage stage, String component, String outcome, String detail) {
    this(stage, component, outcome, detail, Optional.empty());
  }

  /** The outcome where a plug-in left the object as it was. */
  static final String UNCHANGED = "unchanged";

  /** The outcome where a plug-in had nothing against the request. */
  static final String ADMITTED = "admitted";

  /** What was sent could be read. */
  static final TraceStep DECODED = new TraceStep(Stage.DECODING, "", "decoded", "");

  /** The object was found valid by all rules of its kind. */
  static final TraceStep VALID = new TraceStep(Stage.VALIDATION, "", "valid", "");

  /** Returns what it changed in the object, found out at each call; empty if nothing. */
  public Patch patch() {
    return change.map(made -> Patch.diff(made.before(), made.after())).orElse(Patch.NONE);
  }

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
