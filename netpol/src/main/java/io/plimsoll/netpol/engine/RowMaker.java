package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.IpAddress;
import io.plimsoll.netpol.policy.Ports;
import io.plimsoll.netpol.policy.Tier;
import io.plimsoll.netpol.set.PeerSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Takes the peers of a class of pods through its policies, tier by tier, and so makes its row. */
public final class RowMaker {

  private final Direction direction;
  private final PodClasses classes;
  private final List<CompiledPolicy> policies;
  private final ConnectionTable connections;
  private final Function<List<IpAddress>, PeerSet> localNodes;
  private final int unfiltered;
  private final RowBuilder builder;
  private final Map<List<Ports.Name>, int[]> byNames = new HashMap<>();

  /**
   * Makes a maker for one direction.
   *
   * @param policies the policies by their numbers
   * @param connections the table that the numbers in rules and rows are of
   * @param localNodes the peers that have given addresses
   * @param unfiltered what is allowed whatever the policies say
   */
  RowMaker(
      Direction direction,
      PeerSpace space,
      PodClasses classes,
      List<CompiledPolicy> policies,
      ConnectionTable connections,
      Function<List<IpAddress>, PeerSet> localNodes,
      ConnectionSet unfiltered) {
    this.direction = direction;
    this.classes = classes;
    this.policies = policies;
    this.connections = connections;
    this.localNodes = localNodes;
    this.unfiltered = connections.id(unfiltered);
    this.builder = new RowBuilder(new TierStates(connections), space.size());
  }

  /** Returns the row of a class to which these policies apply, in this order. */
  public Row make(int[] applying, int subject) {
    builder.start();
    builder.stepAll(TierStates.Step.ALLOW, unfiltered);
    int at = tier(applying, 0, Tier.ADMIN, subject);
    if (at > 0) {
      builder.stepAll(TierStates.Step.END_ADMIN, ConnectionTable.ALL);
    }
    int isolating = at;
    at = tier(applying, at, Tier.NETWORK_POLICY, subject);
    if (at > isolating) {
      List<IpAddress> node = classes.get(subject).localNode();
      if (direction == Direction.INGRESS && !node.isEmpty()) {
        builder.step(localNodes.apply(node), TierStates.Step.ADD, ConnectionTable.ALL);
      }
      builder.stepAll(TierStates.Step.END_ISOLATED, ConnectionTable.ALL);
    } else {
      tier(applying, at, Tier.BASELINE, subject);
      builder.stepAll(TierStates.Step.END, ConnectionTable.ALL);
    }
    return builder.finish();
  }

  /** Takes the steps of the policies of one tier, and returns where the next one begins. */
  private int tier(int[] applying, int from, Tier tier, int subject) {
    int at = from;
    while (at < applying.length && policies.get(applying[at]).policy().tier() == tier) {
      for (CompiledRule rule : policies.get(applying[at]).rules(direction)) {
        step(rule, subject);
      }
      at++;
    }
    return at;
  }

  private void step(CompiledRule rule, int subject) {
    int concerned = rule.numbers();
    List<Ports.Name> names = rule.rule().ports().names();
    if (direction == Direction.INGRESS && !names.isEmpty()) {
      concerned = connections.union(concerned, resolved(names)[classes.portList(subject)]);
    }
    if (concerned != ConnectionTable.NONE) {
      if (rule.peers() == null) {
        builder.stepAll(rule.step(), concerned);
      } else {
        builder.step(rule.peers(), rule.step(), concerned);
      }
    }
    for (CompiledRule.ByName byName : rule.byName()) {
      builder.step(byName.peers(), rule.step(), byName.connections());
    }
  }

  private int[] resolved(List<Ports.Name> names) {
    return byNames.computeIfAbsent(names, n -> CompiledRule.resolve(n, classes, connections));
  }
}
