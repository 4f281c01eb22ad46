package io.plimsoll.netpol.synthesis;

import io.plimsoll.core.model.IntOrString;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.netpol.api.NetworkPolicyPeer;
import io.plimsoll.netpol.api.NetworkPolicyPort;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.PortRange;
import io.plimsoll.netpol.connection.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes what rules have to allow as peers and ports, the peers with the same ports in one rule. */
final class SynthesisRules {

  /** Peers and the ports that are open with all of them. */
  record Rule(List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {}

  private static final List<Protocol> PROTOCOLS =
      List.of(Protocol.TCP, Protocol.UDP, Protocol.SCTP);

  private final PodGroups groups;
  private final Map<String, ExactSelectors> selectors = new HashMap<>();

  SynthesisRules(PodGroups groups) {
    this.groups = groups;
    groups
        .byNamespace()
        .forEach((namespace, all) -> selectors.put(namespace, new ExactSelectors(groups, all)));
  }

  /** Returns the selector of one or several groups of a namespace; several if no single one selects just them. */
  List<LabelSelector> subjects(String namespace, Set<Integer> all) {
    return selectors(namespace).of(all);
  }

  private ExactSelectors selectors(String namespace) {
    return Objects.requireNonNull(selectors.get(namespace), namespace);
  }

  /**
   * Returns the rules of a group of pods.
   *
   * @param everywhere whether one selector may stand for all pods of all namespaces
   */
  List<Rule> write(SynthesisNeeds needs, Direction direction, int subject, boolean everywhere) {
    String namespace = groups.get(subject).namespace();
    Map<ConnectionSet, Set<Integer>> pods = new LinkedHashMap<>();
    needs
        .pods(direction, subject)
        .forEach((group, connections) ->
            pods.computeIfAbsent(connections, c -> new TreeSet<>()).add(group));
    Map<ConnectionSet, List<AddressRange>> addresses = needs.addresses(direction, subject);
    Set<ConnectionSet> all = new LinkedHashSet<>(pods.keySet());
    all.addAll(addresses.keySet());
    List<Rule> rules = new ArrayList<>();
    for (ConnectionSet connections : all) {
      List<NetworkPolicyPeer> peers = new ArrayList<>();
      Set<Integer> some = pods.getOrDefault(connections, Set.of());
      if (everywhere && some.size() == groups.size() && groups.byNamespace().size() > 1) {
        peers.add(new NetworkPolicyPeer(null, LabelSelector.EVERYTHING, null));
      } else {
        peers.addAll(pods(namespace, some));
      }
      AddressBlocks.of(addresses.getOrDefault(connections, List.of()))
          .forEach(block -> peers.add(new NetworkPolicyPeer(null, null, block)));
      rules.add(new Rule(peers, ports(connections)));
    }
    return rules;
  }

  private List<NetworkPolicyPeer> pods(String own, Set<Integer> some) {
    // Its own pods come first: behind a selector of namespaces they look like part of it.
    Map<String, Set<Integer>> byNamespace =
        new TreeMap<>(Comparator.comparing((String name) -> !name.equals(own))
            .thenComparing(Comparator.naturalOrder()));
    some.forEach(group -> byNamespace
        .computeIfAbsent(groups.get(group).namespace(), n -> new TreeSet<>())
        .add(group));
    List<NetworkPolicyPeer> peers = new ArrayList<>();
    byNamespace.forEach((namespace, members) -> {
      for (LabelSelector selector : selectors(namespace).of(members)) {
        peers.add(
            namespace.equals(own)
                ? new NetworkPolicyPeer(selector, null, null)
                : new NetworkPolicyPeer(
                    selector.equals(LabelSelector.EVERYTHING) ? null : selector,
                    new LabelSelector(Map.of(Namespace.NAME_LABEL, namespace), List.of()),
                    null));
      }
    });
    return peers;
  }

  private static List<NetworkPolicyPort> ports(ConnectionSet connections) {
    List<NetworkPolicyPort> ports = new ArrayList<>();
    for (Protocol protocol : connections.isAll() ? List.<Protocol>of() : PROTOCOLS) {
      for (PortRange range : connections.ranges(protocol)) {
        boolean all = range.first() == PortRange.MIN && range.last() == PortRange.MAX;
        boolean one = range.first() == range.last();
        ports.add(new NetworkPolicyPort(
            protocol.name(),
            all ? null : IntOrString.of(range.first()),
            all || one ? null : range.last()));
      }
    }
    return ports;
  }
}
