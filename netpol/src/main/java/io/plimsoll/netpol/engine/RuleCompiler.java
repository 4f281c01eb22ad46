package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.IpAddress;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.Ports;
import io.plimsoll.netpol.policy.Tier;
import io.plimsoll.netpol.set.PeerSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up the rules of one direction: selectors and addresses become sets of peers, ports become numbers of a table. */
final class RuleCompiler {

  private final Direction direction;
  private final PodClasses classes;
  private final PodSelection selection;
  private final Addressing addressing;
  private final PeerSpace space;
  private final ConnectionTable connections;
  private final Map<Peer, PeerSet> byAddress = new HashMap<>();
  private final Map<List<Ports.Name>, int[]> byNames = new HashMap<>();
  private final Map<String, PeerSet> havingPort = new HashMap<>();

  RuleCompiler(
      Direction direction,
      PodClasses classes,
      PodSelection selection,
      Addressing addressing,
      PeerSpace space,
      ConnectionTable connections) {
    this.direction = direction;
    this.classes = classes;
    this.selection = selection;
    this.addressing = addressing;
    this.space = space;
    this.connections = connections;
    if (direction == Direction.EGRESS) {
      indexPorts();
    }
  }

  private void indexPorts() {
    Map<String, List<Integer>> byName = new HashMap<>();
    for (int i = 0; i < classes.size(); i++) {
      int number = i;
      classes.get(i).namedPorts().stream()
          .flatMap(port -> Stream.ofNullable(port.name()))
          .distinct()
          .forEach(name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(number));
    }
    byName.forEach((name, numbers) -> havingPort.put(
        name,
        space.ofClasses(
            PeerSet.ofSorted(numbers.stream().mapToInt(Integer::intValue).toArray()))));
  }

  List<CompiledRule> compile(Policy policy) {
    Policy.Side side = policy.side(direction);
    if (!side.applies()) {
      return List.of();
    }
    List<CompiledRule> compiled = new ArrayList<>(side.rules().size());
    for (Policy.Rule rule : side.rules()) {
      PeerSet peers = peers(rule.peers());
      compiled.add(new CompiledRule(
          rule,
          step(policy.tier(), rule.action()),
          peers,
          connections.id(rule.ports().numbers()),
          byName(rule.ports().names(), peers)));
    }
    return compiled;
  }

  private static TierStates.Step step(Tier tier, Policy.Action action) {
    if (tier == Tier.NETWORK_POLICY) {
      return TierStates.Step.ADD;
    }
    return switch (action) {
      case ALLOW -> TierStates.Step.ALLOW;
      case DENY -> TierStates.Step.DENY;
      case PASS -> TierStates.Step.PASS;
    };
  }

  private @Nullable PeerSet peers(List<Peer> peers) {
    PeerSet all = PeerSet.EMPTY;
    for (Peer peer : peers) {
      if (peer instanceof Peer.Everything) {
        return null;
      }
      all = all.or(peers(peer));
    }
    return all;
  }

  private PeerSet peers(Peer peer) {
    if (peer instanceof Peer.Pods pods) {
      return space.ofClasses(selection.select(pods));
    }
    if (peer instanceof Peer.Addresses addresses) {
      return byAddress.computeIfAbsent(peer, p -> addresses(addresses));
    }
    if (peer instanceof Peer.Nodes nodes) {
      return byAddress.computeIfAbsent(peer, p -> nodes(nodes));
    }
    // Domain names say nothing about addresses: they count only where a name was looked up.
    return PeerSet.EMPTY;
  }

  private PeerSet addresses(Peer.Addresses peer) {
    return inAtoms(space.atoms().members(peer.ranges()), addressing.matchesPods(peer, false));
  }

  /** A pod that is its node has an address of it; no other pod has. */
  private PeerSet nodes(Peer.Nodes peer) {
    return ofAddresses(addressing.ofNodes(peer.labels()));
  }

  /** Returns the atoms that are these addresses, and the pods that are nodes and have them. */
  PeerSet ofAddresses(List<IpAddress> addresses) {
    boolean[] members = new boolean[space.atoms().size()];
    for (IpAddress address : addresses) {
      members[space.atoms().indexOf(address)] = true;
    }
    return inAtoms(members, false);
  }

  private PeerSet inAtoms(boolean[] members, boolean pods) {
    long[] bits = new long[(space.size() + 63) >>> 6];
    for (int atom = 0; atom < members.length; atom++) {
      if (members[atom]) {
        int peer = space.firstAtom() + atom;
        bits[peer >>> 6] |= 1L << peer;
      }
    }
    for (int i = 0; i < classes.size(); i++) {
      PodClass one = classes.get(i);
      if (!pods && !one.node()) {
        continue;
      }
      for (AddressFamily family : AddressFamily.values()) {
        int atom = one.atoms().get(direction, family);
        if (atom >= 0 && members[atom]) {
          int peer = space.ofClass(i, family);
          bits[peer >>> 6] |= 1L << peer;
        }
      }
    }
    return PeerSet.ofBits(bits);
  }

  private List<CompiledRule.ByName> byName(List<Ports.Name> names, @Nullable PeerSet peers) {
    if (direction == Direction.INGRESS || names.isEmpty()) {
      return List.of();
    }
    PeerSet having = PeerSet.EMPTY;
    for (Ports.Name name : names) {
      having = having.or(havingPort.getOrDefault(name.name(), PeerSet.EMPTY));
    }
    PeerSet destinations = peers == null ? having : having.and(peers);
    int[] resolved = resolved(names);
    Map<Integer, List<Integer>> byPorts = new TreeMap<>();
    destinations.forEach(peer -> {
      int ports = resolved[classes.portList(space.toClass(peer))];
      if (ports != ConnectionTable.NONE) {
        byPorts.computeIfAbsent(ports, r -> new ArrayList<>()).add(peer);
      }
    });
    List<CompiledRule.ByName> result = new ArrayList<>(byPorts.size());
    byPorts.forEach((ports, list) -> result.add(new CompiledRule.ByName(
        PeerSet.ofSorted(list.stream().mapToInt(Integer::intValue).toArray()), ports)));
    return result;
  }

  private int[] resolved(List<Ports.Name> names) {
    return byNames.computeIfAbsent(names, n -> CompiledRule.resolve(n, classes, connections));
  }
}
