package io.plimsoll.psa;

import io.plimsoll.core.finding.Finding;
import java.util.List;
import java.util.StringJoiner;

/**
 * What the Pod Security Standards say about a pod. Mirrors {@code policy.AggregateCheckResult}.
 *
 * @param violations the checks that do not allow the pod: those of baseline by name, then those of restricted by name
 */
public record PodSecurityResult(List<Violation> violations) {

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
    StringJoiner reasons = new StringJoiner(", ");
    for (Violation violation : violations) {
      reasons.add(violation.namedReason());
    }
    return reasons.toString();
  }

  /** Returns reasons and details as upstream joins them, empty if the pod is allowed: {@code hostPort (container "web" uses hostPort 80)}. */
  public String forbiddenDetail() {
    StringJoiner details = new StringJoiner(", ");
    for (Violation violation : violations) {
      details.add(violation.toString());
    }
    return details.toString();
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
