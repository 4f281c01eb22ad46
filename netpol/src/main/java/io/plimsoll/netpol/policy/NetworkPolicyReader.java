package io.plimsoll.netpol.policy;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.IntOrString;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.netpol.api.IpBlock;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.api.NetworkPolicyEgressRule;
import io.plimsoll.netpol.api.NetworkPolicyIngressRule;
import io.plimsoll.netpol.api.NetworkPolicyPeer;
import io.plimsoll.netpol.api.NetworkPolicyPort;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.Cidr;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.PortRange;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.netpol.label.SelectorMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads NetworkPolicies for the engine. What the API server would refuse allows nothing: a peer that cannot be understood
 * matches nobody, ports that cannot be understood match none.
 *
 * <p>The policies of a cluster are read by one reader: what follows looks at selectors and ports several times, and is faster where
 * equal ones are the same, since there are few different ones and they stay in the caches of the processor.
 */
public final class NetworkPolicyReader {

  private static final FieldPath INGRESS = FieldPath.of("spec", "ingress");
  private static final FieldPath EGRESS = FieldPath.of("spec", "egress");

  private final boolean endPorts;

  private final SelectorMap<LabelSelector> selectors = new SelectorMap<>();
  private final Map<List<NetworkPolicyPort>, Ports> known = new HashMap<>();

  /**
   * Makes a reader.
   *
   * @param endPorts whether ranges of ports count; of each only the first port does otherwise
   */
  public NetworkPolicyReader(boolean endPorts) {
    this.endPorts = endPorts;
  }

  public Policy read(NetworkPolicy policy) {
    String namespace = policy.metadata().namespaceOrEmpty();
    List<String> types = policy.spec().types();
    List<Policy.Rule> ingress = new ArrayList<>();
    for (NetworkPolicyIngressRule rule : policy.spec().ingress()) {
      ingress.add(rule(INGRESS.index(ingress.size()), rule.from(), rule.ports(), namespace));
    }
    List<Policy.Rule> egress = new ArrayList<>();
    for (NetworkPolicyEgressRule rule : policy.spec().egress()) {
      egress.add(rule(EGRESS.index(egress.size()), rule.to(), rule.ports(), namespace));
    }
    return new Policy(
        policy.ref(),
        Tier.NETWORK_POLICY,
        0,
        new Peer.Pods(null, namespace, same(policy.spec().podSelector())),
        new Policy.Side(types.contains("Ingress"), ingress),
        new Policy.Side(types.contains("Egress"), egress));
  }

  private Policy.Rule rule(
      FieldPath path,
      List<NetworkPolicyPeer> peers,
      List<NetworkPolicyPort> ports,
      String namespace) {
    List<Peer> read = new ArrayList<>(Math.max(1, peers.size()));
    for (NetworkPolicyPeer peer : peers) {
      read.add(peer(peer, namespace));
    }
    if (peers.isEmpty()) {
      read.add(new Peer.Everything());
    }
    return new Policy.Rule(
        path, Policy.Action.ALLOW, read, known.computeIfAbsent(ports, this::ports));
  }

  private Peer peer(NetworkPolicyPeer peer, String namespace) {
    boolean selects = peer.podSelector() != null || peer.namespaceSelector() != null;
    IpBlock block = peer.ipBlock();
    if (block != null) {
      return selects ? new Peer.Nobody() : block(block);
    }
    if (!selects) {
      return new Peer.Nobody();
    }
    LabelSelector pods = peer.podSelector() == null ? LabelSelector.EVERYTHING : peer.podSelector();
    LabelSelector namespaces = peer.namespaceSelector();
    return new Peer.Pods(namespaces == null ? null : same(namespaces), namespace, same(pods));
  }

  /** Returns the one of all selectors that are equal to this. */
  private LabelSelector same(LabelSelector selector) {
    return selectors.computeIfAbsent(selector, one -> one);
  }

  /** A range whose hole cannot be understood would be too wide: it matches nobody. */
  private static Peer block(IpBlock block) {
    Optional<AddressRange> within = Cidr.tryParse(block.cidr()).map(Cidr::range);
    List<AddressRange> except = new ArrayList<>(block.except().size());
    for (String cidr : block.except()) {
      Optional<AddressRange> hole = Cidr.tryParse(cidr).map(Cidr::range);
      if (hole.isEmpty()) {
        return new Peer.Nobody();
      }
      except.add(hole.get());
    }
    return within.isEmpty()
        ? new Peer.Nobody()
        : new Peer.Addresses(within.get().minus(except), true);
  }

  private Ports ports(List<NetworkPolicyPort> ports) {
    if (ports.isEmpty()) {
      return Ports.ALL;
    }
    ConnectionSet numbers = ConnectionSet.NONE;
    List<Ports.Name> names = new ArrayList<>(0);
    for (NetworkPolicyPort port : ports) {
      Optional<Protocol> protocol = Protocol.tryParse(port.protocolOrTcp());
      if (protocol.isPresent()) {
        numbers = numbers.union(numbers(port, protocol.get()));
        if (port.port() != null && port.port().string() != null && port.endPort() == null) {
          names.add(new Ports.Name(port.port().string(), protocol.get()));
        }
      }
    }
    return new Ports(numbers, names);
  }

  private ConnectionSet numbers(NetworkPolicyPort port, Protocol protocol) {
    IntOrString first = port.port();
    if (first == null) {
      return port.endPort() == null ? ConnectionSet.of(protocol) : ConnectionSet.NONE;
    }
    if (first.number() == null) {
      return ConnectionSet.NONE;
    }
    int last = port.endPort() == null ? first.number() : port.endPort();
    boolean valid =
        PortRange.MIN <= first.number() && first.number() <= last && last <= PortRange.MAX;
    if (!valid) {
      return ConnectionSet.NONE;
    }
    return ConnectionSet.of(protocol, first.number(), endPorts ? last : first.number());
  }
}
