package io.plimsoll.netpol.lint;

import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.PortRange;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.netpol.network.ClusterDns;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.Ports;
import java.util.List;

/**
 * Whether an egress rule allows to ask the cluster's DNS, as far as manifests can tell, which rarely have it.
 *
 * <p>It does if it gives port 53, or 5353, at which that of OpenShift listens, or a port whose name has {@code dns} in it; and if
 * it allows all ports with everybody, with the pods that are the DNS, with namespaces that the manifests do not have, or with
 * more than one address.
 */
final class DnsPermission {

  static final List<Integer> PORTS = List.of(ClusterDns.PORT, 5353);

  private DnsPermission() {}

  static boolean isGiven(Policy.Rule rule, Protocol protocol, LintedCluster cluster) {
    ConnectionSet ports = rule.ports().numbers();
    List<PortRange> all = List.of(new PortRange(PortRange.MIN, PortRange.MAX));
    if (rule.action() != Policy.Action.ALLOW) {
      return false;
    }
    if (ports.ranges(protocol).equals(all)) {
      return rule.peers().stream().anyMatch(peer -> mayBeDns(peer, cluster));
    }
    return PORTS.stream().anyMatch(port -> ports.contains(protocol, port))
        || rule.ports().names().stream().anyMatch(name -> isDns(name, protocol));
  }

  private static boolean isDns(Ports.Name name, Protocol protocol) {
    return name.name().contains("dns") && (name.protocol() == null || name.protocol() == protocol);
  }

  private static boolean mayBeDns(Peer peer, LintedCluster cluster) {
    if (peer instanceof Peer.Pods pods) {
      return ClusterDns.isSelected(pods, cluster.engine().inventory())
          || (pods.namespaces() != null && cluster.namespaces(pods).isEmpty());
    }
    if (peer instanceof Peer.Addresses addresses) {
      return addresses.ranges().stream().anyMatch(range -> !range.first().equals(range.last()));
    }
    return peer instanceof Peer.Everything;
  }
}
