package io.plimsoll.netpol;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.netpol.api.AdminNetworkPolicy;
import io.plimsoll.netpol.api.BaselineAdminNetworkPolicy;
import io.plimsoll.netpol.api.ClusterNetworkPolicy;
import io.plimsoll.netpol.api.Gateway;
import io.plimsoll.netpol.api.GatewayRoute;
import io.plimsoll.netpol.api.Ingress;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.api.Node;
import io.plimsoll.netpol.api.ReferenceGrant;
import io.plimsoll.netpol.api.Route;
import io.plimsoll.netpol.api.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Picks from a cluster's objects what the engine needs. */
final class InventoryReader {

  private final Map<String, Map<String, String>> namespaces = new TreeMap<>();
  private final List<Unit> units = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Policy> policies = new ArrayList<>();
  private final List<Service> services = new ArrayList<>();
  private final List<Ingress> ingresses = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final List<Gateway> gateways = new ArrayList<>();
  private final List<GatewayRoute> gatewayRoutes = new ArrayList<>();
  private final List<ReferenceGrant> grants = new ArrayList<>();

  private final ConnectivityOptions options;

  private InventoryReader(ConnectivityOptions options) {
    this.options = options;
  }

  static Inventory read(Cluster cluster, ConnectivityOptions options) {
    InventoryReader reader = new InventoryReader(options);
    for (Namespace namespace : cluster.namespaces()) {
      reader.namespaces.put(
          namespace.metadata().nameOrEmpty(), namespace.metadata().labels());
    }
    cluster.objects().forEach(reader::add);
    return reader.inventory();
  }

  private void add(KubeObject object) {
    switch (object.ref().kind()) {
      case "Pod" -> as(object, Pod.KIND).forEach(pod -> Unit.of(pod).ifPresent(units::add));
      case "Node" -> nodes.addAll(as(object, Node.KIND));
      case "NetworkPolicy" ->
        as(object, NetworkPolicy.KIND)
            .forEach(policy -> policies.add(NetworkPolicyReader.read(policy, options.plugin())));
      case "AdminNetworkPolicy" ->
        as(object, AdminNetworkPolicy.KIND)
            .forEach(policy -> policies.add(TieredPolicyReader.read(policy)));
      case "BaselineAdminNetworkPolicy" ->
        as(object, BaselineAdminNetworkPolicy.KIND)
            .forEach(policy -> policies.add(TieredPolicyReader.read(policy)));
      case "ClusterNetworkPolicy" ->
        as(object, ClusterNetworkPolicy.KIND)
            .forEach(policy -> policies.add(TieredPolicyReader.read(policy)));
      case "Service" -> services.addAll(as(object, Service.KIND));
      case "Ingress" -> ingresses.addAll(as(object, Ingress.KIND));
      case "Route" -> routes.addAll(as(object, Route.KIND));
      case "Gateway" -> gateways.addAll(as(object, Gateway.KIND));
      case "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute" ->
        GatewayRoute.Type.of(object).ifPresent(type -> gatewayRoutes.add(object.as(type.kind())));
      case "ReferenceGrant" -> grants.addAll(as(object, ReferenceGrant.KIND));
      case "PodTemplate" -> {
        // Nothing makes pods from it.
      }
      default -> Workload.of(object).ifPresent(workload -> units.add(Unit.of(workload)));
    }
  }

  /** Returns the object as a record, if it is of that group. */
  private static <T extends ApiObject> List<T> as(KubeObject object, Kind<T> kind) {
    return object.is(kind) ? List.of(object.as(kind)) : List.of();
  }

  private Inventory inventory() {
    units.sort(Comparator.comparing(Unit::workload)
        .thenComparing(unit -> unit.pod() == null ? "" : unit.pod()));
    if (!ingresses.isEmpty() || !routes.isEmpty() || !gatewayRoutes.isEmpty()) {
      Unit controller = Unit.ingressController(options.controller());
      units.add(controller);
      namespaces.computeIfAbsent(
          controller.namespace(), name -> Map.of("kubernetes.io/metadata.name", name));
    }
    return new Inventory(
        namespaces,
        units,
        nodes,
        Enforcement.of(policies, options.plugin()),
        new Inventory.Entrances(services, ingresses, routes, gateways, gatewayRoutes, grants));
  }
}
