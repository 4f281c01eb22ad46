package io.plimsoll.rbac.kubectl;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.Decision;
import java.util.List;

/**
 * What {@code kubectl auth can-i} answers.
 *
 * @param request what the API server was asked
 * @param decision its decision
 * @param warnings what {@code kubectl} warns of, in its words and order
 * @param hints what may have been meant instead, in our words
 */
public record CanIAnswer(
    Attributes request, Decision decision, List<String> warnings, List<String> hints) {

  public CanIAnswer {
    warnings = List.copyOf(warnings);
    hints = List.copyOf(hints);
  }

  /** Returns whether it is allowed. */
  public boolean isAllowed() {
    return decision.isAllowed();
  }

  /** Returns what goes to the standard output: {@code yes}, {@code no} or {@code no - reason}, and a line break. */
  public String output() {
    if (isAllowed()) {
      return "yes\n";
    }
    String reason = decision.reason();
    return reason.isEmpty() ? "no\n" : "no - " + reason + "\n";
  }

  /** Returns what goes to the standard error output: every warning and, as {@code kubectl} has it, an empty line after it. */
  public String errorOutput() {
    StringBuilder text = new StringBuilder();
    warnings.forEach(warning -> text.append("Warning: ").append(warning).append("\n\n"));
    return text.toString();
  }

  /** Returns the exit code: 0 if it is allowed, else 1. */
  public int exitCode() {
    return isAllowed() ? 0 : 1;
  }
}
