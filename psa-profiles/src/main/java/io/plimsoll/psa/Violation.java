package io.plimsoll.psa;

import java.util.List;
import java.util.Objects;

/**
 * A check that does not allow a pod. Mirrors {@code policy.CheckResult}.
 *
 * <p>It holds what was found; the sentence, the findings and their changes are made when they are asked for.
 */
public final class Violation {

  private final String check;
  private final String reason;
  private final Sentence sentence;
  private final Findings found;
  private final Subject subject;

  private Violation(
      String check, String reason, Sentence sentence, Findings found, Subject subject) {
    this.check = check;
    this.reason = reason;
    this.sentence = sentence;
    this.found = found;
    this.subject = subject;
  }

  /**
   * Returns what a check of one's own reports.
   *
   * @param reason what is wrong, in few words
   * @param detail where and with what values; may be empty
   */
  public static Violation of(String reason, String detail) {
    return of(reason, found -> detail, Findings.NONE);
  }

  static Violation of(String reason, Sentence sentence, Findings found) {
    return new Violation("", reason, sentence, found, Subject.UNKNOWN);
  }

  Violation by(String checkId) {
    return new Violation(checkId, reason, sentence, found, subject);
  }

  Violation about(Subject pod) {
    return new Violation(check, reason, sentence, found, pod);
  }

  /** Returns the check that does not allow the pod. */
  public String check() {
    return check;
  }

  /** Returns what is wrong in few words, as upstream puts it: {@code hostPort}. */
  public String reason() {
    return reason;
  }

  /** Returns where and with what values, as upstream puts it: {@code container "web" uses hostPort 80}; may be empty. */
  public String detail() {
    return sentence.detail(found);
  }

  /** Returns the fields that are to blame, in the order of the check. */
  public List<PodFinding> findings() {
    return found.list().stream().map(one -> subject.finding(check, one)).toList();
  }

  /** Returns the changes that mend the findings, none for a finding that takes a person. */
  List<Edit> edits() {
    return found.list().stream().flatMap(one -> subject.edit(one).stream()).toList();
  }

  Subject subject() {
    return subject;
  }

  /** Returns whether every finding can be mended mechanically, and there is one. */
  boolean isMendable() {
    return !found.isEmpty() && edits().size() == found.list().size();
  }

  /** Violations are equal when they say the same about the same fields. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Violation that
        && check.equals(that.check)
        && reason.equals(that.reason)
        && detail().equals(that.detail())
        && findings().equals(that.findings());
  }

  @Override
  public int hashCode() {
    return Objects.hash(check, reason, detail());
  }

  /** Appends the reason, or upstream's words for a check that gives none, and if asked to the detail in parentheses. */
  void appendTo(StringBuilder text, boolean detailed) {
    text.append(reason.isEmpty() ? "unknown forbidden reason" : reason);
    String detail = detailed ? detail() : "";
    if (!detail.isEmpty()) {
      text.append(" (").append(detail).append(')');
    }
  }

  /** Returns reason and detail: {@code hostPort (container "web" uses hostPort 80)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    appendTo(text, true);
    return text.toString();
  }
}
