package io.plimsoll.netpol.engine;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.netpol.api.Node;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.IpAddress;
import io.plimsoll.netpol.label.LabelIndex;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.Tier;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where addresses lie: which atoms the policies of each direction cut them into, and which pods and nodes are in them. */
final class Addressing {

  /** The atoms that the addresses of a pod are in, -1 where it has none or it does not matter. */
  record Atoms(int ingressV4, int ingressV6, int egressV4, int egressV6) {

    static final Atoms NONE = new Atoms(-1, -1, -1, -1);

    int get(Direction direction, AddressFamily family) {
      if (direction == Direction.INGRESS) {
        return family == AddressFamily.IPV4 ? ingressV4 : ingressV6;
      }
      return family == AddressFamily.IPV4 ? egressV4 : egressV6;
    }
  }

  private final Reading reading;
  private final Map<String, List<IpAddress>> nodes = new HashMap<>();
  private final LabelIndex nodeLabels;
  private final List<List<IpAddress>> nodeAddresses = new ArrayList<>();
  private final AddressAtoms ingress;
  private final AddressAtoms egress;
  private final boolean blocksMatchPods;
  private final boolean networksMatchPods;
  private final boolean localNodes;
  private final boolean byFamily;

  Addressing(Inventory inventory, Reading reading) {
    this.reading = reading;
    LabelIndex.Builder labels = LabelIndex.builder();
    for (Node node : inventory.nodes()) {
      List<IpAddress> addresses = node.ips().stream()
          .flatMap(text -> IpAddress.tryParse(text).stream())
          .sorted()
          .toList();
      nodes.put(node.metadata().nameOrEmpty(), addresses);
      labels.add(nodeAddresses.size(), node.metadata().labels());
      nodeAddresses.add(addresses);
    }
    this.nodeLabels = labels.build();
    List<AddressRange> cutsIn = new ArrayList<>();
    List<AddressRange> cutsOut = new ArrayList<>();
    boolean blocks = false;
    boolean networks = false;
    boolean isolation = false;
    for (WrittenPolicy written : inventory.policies()) {
      Policy policy = written.policy();
      boolean networkPolicy = policy.tier() == Tier.NETWORK_POLICY;
      isolation |= networkPolicy && policy.ingress().applies();
      boolean in = cut(policy.ingress(), cutsIn);
      boolean out = cut(policy.egress(), cutsOut);
      blocks |= networkPolicy && (in || out);
      networks |= !networkPolicy && (in || out);
    }
    this.blocksMatchPods = blocks && reading.blocksMatchPods();
    this.networksMatchPods = networks && reading.networksMatchPods();
    this.localNodes = isolation && reading.localNodes();
    boolean v6 = false;
    boolean matters = false;
    for (Unit unit : inventory.units()) {
      localNode(unit).forEach(address -> cutsIn.add(AddressRange.of(address)));
      v6 |= address(unit, AddressFamily.IPV6) != null;
      matters |= matters(unit);
    }
    this.byFamily = v6 && matters;
    this.ingress = AddressAtoms.of(cutsIn);
    this.egress = AddressAtoms.of(cutsOut);
  }

  private boolean cut(Policy.Side side, List<AddressRange> cuts) {
    boolean cidrs = false;
    for (Policy.Rule rule : side.rules()) {
      for (Peer peer : rule.peers()) {
        if (peer instanceof Peer.Addresses addresses) {
          cuts.addAll(addresses.ranges());
          cidrs = true;
        } else if (peer instanceof Peer.Nodes selected) {
          ofNodes(selected.labels()).forEach(address -> cuts.add(AddressRange.of(address)));
        }
      }
    }
    return cidrs;
  }

  AddressAtoms atoms(Direction direction) {
    return direction == Direction.INGRESS ? ingress : egress;
  }

  /** Returns whether it matters over which family two pods talk. */
  boolean byFamily() {
    return byFamily;
  }

  /** Returns whether a pod is its node to the policies. */
  boolean isNode(Unit unit) {
    return reading.isNode(unit);
  }

  private boolean matters(Unit unit) {
    return isNode(unit) || blocksMatchPods || networksMatchPods;
  }

  /** Returns whether a peer can match the addresses of a pod that is, or is not, its node. */
  boolean matchesPods(Peer.Addresses peer, boolean node) {
    return node || (peer.block() ? blocksMatchPods : networksMatchPods);
  }

  /** Returns the addresses of the nodes with these labels. */
  List<IpAddress> ofNodes(LabelSelector labels) {
    List<IpAddress> addresses = new ArrayList<>();
    nodeLabels
        .result(nodeLabels.select(labels))
        .forEach(node -> addresses.addAll(nodeAddresses.get(node)));
    return addresses;
  }

  /** Returns the address that a pod has in the eyes of policies. */
  @Nullable
  IpAddress address(Unit unit, AddressFamily family) {
    IpAddress own = unit.address(family);
    if (own != null || !isNode(unit)) {
      return own;
    }
    return ofItsNode(unit).stream()
        .filter(a -> a.family() == family)
        .findFirst()
        .orElse(null);
  }

  private List<IpAddress> ofItsNode(Unit unit) {
    List<IpAddress> known =
        unit.node() == null ? List.of() : nodes.getOrDefault(unit.node(), List.of());
    if (unit.hostAddresses().isEmpty() || known.containsAll(unit.hostAddresses())) {
      return known;
    }
    List<IpAddress> all = new ArrayList<>(unit.hostAddresses());
    known.stream().filter(address -> !all.contains(address)).forEach(all::add);
    return all;
  }

  /** Returns the addresses from which a pod may always be reached; none if it is its node. */
  List<IpAddress> localNode(Unit unit) {
    return localNodes && !isNode(unit) ? ofItsNode(unit) : List.of();
  }

  /** Returns the atoms that a pod's addresses are in. */
  Atoms atoms(Unit unit) {
    if (!matters(unit)) {
      return Atoms.NONE;
    }
    IpAddress v4 = address(unit, AddressFamily.IPV4);
    IpAddress v6 = address(unit, AddressFamily.IPV6);
    return new Atoms(
        v4 == null ? -1 : ingress.indexOf(v4),
        v6 == null ? -1 : ingress.indexOf(v6),
        v4 == null ? -1 : egress.indexOf(v4),
        v6 == null ? -1 : egress.indexOf(v6));
  }

  /** Returns whether a pod may talk over a family: it has such an address, or none that is known. */
  boolean talks(Unit unit, AddressFamily family) {
    return address(unit, family) != null
        || (address(unit, AddressFamily.IPV4) == null && address(unit, AddressFamily.IPV6) == null);
  }
}
