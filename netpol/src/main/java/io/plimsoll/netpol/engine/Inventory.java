package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.api.Gateway;
import io.plimsoll.netpol.api.GatewayRoute;
import io.plimsoll.netpol.api.Ingress;
import io.plimsoll.netpol.api.Node;
import io.plimsoll.netpol.api.ReferenceGrant;
import io.plimsoll.netpol.api.Route;
import io.plimsoll.netpol.api.Service;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.List;
import java.util.Map;

/**
 * What the engine needs to know of a cluster.
 *
 * @param namespaces the labels of the namespaces by name; those of every pod and policy are among them
 * @param units the pods and templates of pods, ordered by namespace, workload and name
 * @param nodes the nodes
 * @param written the policies of all kinds
 * @param policies those of them that have an effect, with those parts that have
 * @param entrances what lets outsiders in
 */
public record Inventory(
    Map<String, Map<String, String>> namespaces,
    List<Unit> units,
    List<Node> nodes,
    List<WrittenPolicy> written,
    List<WrittenPolicy> policies,
    Entrances entrances) {

  /** What an ingress controller may lead to. */
  public record Entrances(
      List<Service> services,
      List<Ingress> ingresses,
      List<Route> routes,
      List<Gateway> gateways,
      List<GatewayRoute> gatewayRoutes,
      List<ReferenceGrant> grants) {}

  /** Returns whether some pod or node has an address of IPv6. */
  public boolean speaksV6() {
    return units.stream().anyMatch(unit -> unit.address(AddressFamily.IPV6) != null)
        || nodes.stream().flatMap(node -> node.ips().stream()).anyMatch(ip -> ip.indexOf(':') >= 0);
  }
}
