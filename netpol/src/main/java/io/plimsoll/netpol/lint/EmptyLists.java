package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.function.Consumer;

/**
 * A list of peers or ports that a rule of a NetworkPolicy has and that is empty: it looks as if it allowed nothing, and allows
 * everything.
 */
final class EmptyLists extends LintCheck {

  EmptyLists(LintedCluster cluster, Consumer<Finding> found) {
    super(cluster, found);
  }

  @Override
  void check() {
    eachRule((policy, direction, rule) -> {
      if (policy.isNetworkPolicy()) {
        check(policy, WrittenPolicy.peers(direction, rule), "every pod and address, not none");
        check(policy, policy.ports(rule), "every port, not none");
      }
    });
  }

  private void check(WrittenPolicy policy, FieldPath list, String meaning) {
    Value value = policy.at(list);
    boolean empty = value != null
        && (value.isNull() || (value instanceof SequenceValue items && items.size() == 0));
    if (empty) {
      report(policy, list, LintRule.EMPTY_LIST, "is empty, which means " + meaning);
    }
  }
}
