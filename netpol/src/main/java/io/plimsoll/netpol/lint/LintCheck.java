package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.function.Consumer;

/** Finds one kind of thing that is legal and most likely not meant. It is made for one cluster and used once. */
abstract class LintCheck {

  /** The cluster it looks at. */
  final LintedCluster cluster;

  private final Consumer<Finding> found;

  LintCheck(LintedCluster cluster, Consumer<Finding> found) {
    this.cluster = cluster;
    this.found = found;
  }

  /** Finds everything, in any order. */
  abstract void check();

  /** Looks at one rule of a policy, in one direction. */
  interface RuleCheck {
    void check(WrittenPolicy policy, Direction direction, Policy.Rule rule);
  }

  /** Looks at the rules of all policies, each in the directions that it speaks of. */
  final void eachRule(RuleCheck check) {
    for (WrittenPolicy policy : cluster.policies()) {
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

  final void report(WrittenPolicy policy, FieldPath path, LintRule rule, String message) {
    report(rule.at(policy.object(), path, message));
  }
}
