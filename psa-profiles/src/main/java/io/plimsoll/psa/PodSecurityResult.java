package io.plimsoll.psa;

import io.plimsoll.core.finding.Finding;
import java.util.List;

/**
 * What the Pod Security Standards say about a pod. Mirrors {@code policy.AggregateCheckResult}.
 *
 * @param violations the checks that do not allow the pod: those of baseline by name, then those of restricted by name
 */
public record PodSecurityResult(List<Violation> violations) {

  /** About as long as a check's reason and detail are together. */
  private static final int SENTENCE_LENGTH = 128;

  static final PodSecurityResult ALLOWED = new PodSecurityResult(List.of());

  public PodSecurityResult {
    violations = List.copyOf(violations);
  }

  /** Returns whether every check allows the pod. */
  public boolean allowed() {
    return violations.isEmpty();
  }

  /** Returns the reasons as upstream joins them, empty if the pod is allowed: {@code privileged, hostPort}. */
  public String forbiddenReason() {
    return joined(false);
  }

  /** Returns reasons and details as upstream joins them, empty if the pod is allowed: {@code hostPort (container "web" uses hostPort 80)}. */
  public String forbiddenDetail() {
    return joined(true);
  }

  private String joined(boolean detailed) {
    if (violations.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(violations.size() * SENTENCE_LENGTH);
    for (Violation violation : violations) {
      if (text.length() > 0) {
        text.append(", ");
      }
      violation.appendTo(text, detailed);
    }
    return text.toString();
  }

  /** Returns the fields that are to blame, check by check. */
  public List<Finding> findings() {
    return violations.stream()
        .flatMap(violation -> violation.findings().stream())
        .map(PodFinding::finding)
        .toList();
  }

  /** Returns what would make the pod pass. */
  public Fixes fixes() {
    return Edits.fixes(violations);
  }
}
