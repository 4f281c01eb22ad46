package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import java.util.function.Consumer;

/**
 * Two policies of administrators of the same tier and priority, of which the order, which is then undefined, changes what is
 * allowed.
 */
final class EqualPriorities extends LintCheck {

  EqualPriorities(LintedCluster cluster, Consumer<Finding> found) {
    super(cluster, found);
  }

  @Override
  void check() {
    for (PriorityConflicts.Conflict conflict : new PriorityConflicts(cluster.engine()).find()) {
      report(
          cluster.policy(conflict.second()),
          FieldPath.of("spec", "priority"),
          LintRule.EQUAL_PRIORITY,
          "is that of " + conflict.first().ref()
              + " as well; which of them comes first is undefined, and changes what is allowed");
    }
  }
}
