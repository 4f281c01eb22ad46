package io.plimsoll.netpol;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Severity;
import java.util.function.Consumer;

/** Finds one kind of thing that is legal and most likely not meant. It is made for one cluster and used once. */
abstract class LintRule {

  /** The cluster it looks at. */
  final LintedCluster cluster;

  private final Consumer<Finding> found;

  LintRule(LintedCluster cluster, Consumer<Finding> found) {
    this.cluster = cluster;
    this.found = found;
  }

  /** Finds everything, in any order. */
  abstract void check();

  /** Looks at one rule of a policy, in one direction. */
  interface RuleCheck {
    void check(LintedPolicy policy, Direction direction, Policy.Rule rule);
  }

  /** Looks at the rules of all policies, each in the directions that it speaks of. */
  final void eachRule(RuleCheck check) {
    for (LintedPolicy policy : cluster.policies()) {
      for (Direction direction : Direction.values()) {
        for (Policy.Rule rule : policy.policy().rules(direction)) {
          check.check(policy, direction, rule);
        }
      }
    }
  }

  final void report(Finding finding) {
    found.accept(finding);
  }

  final void report(
      LintedPolicy policy, FieldPath path, String rule, Severity severity, String message) {
    report(Finding.of(policy.object(), path, rule, severity, message));
  }
}
