package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.label.LabelConditions;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.List;
import java.util.function.Consumer;

/**
 * A {@code namespaceSelector} and a {@code podSelector} that are two items of a list, where one item with both was most likely
 * meant: the dash before the second makes it an "or".
 *
 * <p>It is what was written if the second item selects pods of the policy's own namespace, and none of those that the first one
 * looks at.
 */
final class SplitPeers extends LintCheck {

  SplitPeers(LintedCluster cluster, Consumer<Finding> found) {
    super(cluster, found);
  }

  @Override
  void check() {
    eachRule((policy, direction, rule) -> {
      for (int i = 1; i < rule.peers().size(); i++) {
        if (isSplit(cluster, policy, rule, direction, i)) {
          report(policy, WrittenPolicy.peers(direction, rule), i);
        }
      }
    });
  }

  private void report(WrittenPolicy policy, FieldPath peers, int item) {
    FieldPath second = peers.index(item);
    FieldPath selector = second.field("podSelector");
    String message = "is an item of its own, which selects pods of namespace \""
        + policy.policy().ref().namespace()
        + "\", and the item before it selects all pods of its namespaces; "
        + "did you mean one item with both";
    report(LintRule.SPLIT_PEER
        .at(policy.object(), selector, message)
        .withFix(Patch.of(
            new Patch.Operation.Move(selector, peers.index(item - 1).field("podSelector")),
            new Patch.Operation.Remove(second))));
  }

  /** Returns whether a peer of a NetworkPolicy's rule was most likely meant to be part of the one before it. */
  static boolean isSplit(
      LintedCluster cluster,
      WrittenPolicy policy,
      Policy.Rule rule,
      Direction direction,
      int item) {
    List<Peer> peers = rule.peers();
    if (!policy.isNetworkPolicy()
        || item == 0
        || !(peers.get(item - 1) instanceof Peer.Pods first)
        || !(peers.get(item) instanceof Peer.Pods second)
        || first.namespaces() == null
        || second.namespaces() != null) {
      return false;
    }
    FieldPath before = WrittenPolicy.peers(direction, rule).index(item - 1);
    boolean alone = policy.at(before.field("podSelector")) == null
        && !first.namespaces().equals(LabelSelector.EVERYTHING)
        && !second.pods().equals(LabelSelector.EVERYTHING)
        && LabelConditions.isValid(second.pods());
    if (!alone) {
      return false;
    }
    Peer.Pods both = new Peer.Pods(first.namespaces(), first.namespace(), second.pods());
    return cluster.select(second).isEmpty() || !cluster.select(both).isEmpty();
  }
}
