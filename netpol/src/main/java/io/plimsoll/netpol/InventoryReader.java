package io.plimsoll.netpol;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.netpol.api.AdminNetworkPolicy;
import io.plimsoll.netpol.api.AdminNetworkPolicyValidation;
import io.plimsoll.netpol.api.BaselineAdminNetworkPolicy;
import io.plimsoll.netpol.api.ClusterNetworkPolicy;
import io.plimsoll.netpol.api.ClusterNetworkPolicyValidation;
import io.plimsoll.netpol.api.Gateway;
import io.plimsoll.netpol.api.GatewayRoute;
import io.plimsoll.netpol.api.Ingress;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.api.NetworkPolicyValidation;
import io.plimsoll.netpol.api.Node;
import io.plimsoll.netpol.api.ReferenceGrant;
import io.plimsoll.netpol.api.Route;
import io.plimsoll.netpol.api.Service;
import io.plimsoll.netpol.engine.Inventory;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.policy.NetworkPolicyReader;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.TieredPolicyReader;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Picks from a cluster's objects what the engine needs. */
final class InventoryReader {

  private final Map<String, Map<String, String>> namespaces = new TreeMap<>();
  private final List<Unit> units = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<WrittenPolicy> policies = new ArrayList<>();
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
    reader.add(cluster);
    return reader.inventory();
  }

  /** Takes the records that the cluster keeps: another reader of the same cluster need not make them again. */
  private void add(Cluster cluster) {
    cluster.all(Pod.KIND).forEach(pod -> Unit.of(pod).ifPresent(units::add));
    for (Workload workload : cluster.workloads()) {
      // Nothing makes pods from a PodTemplate.
      if (!workload.isPod() && !workload.ref().kind().equals("PodTemplate")) {
        units.add(Unit.of(workload));
      }
    }
    NetworkPolicyReader reader =
        new NetworkPolicyReader(!options.plugin().lacks(PluginProfile.Gap.END_PORT));
    addPolicies(cluster, NetworkPolicy.KIND, reader::read, NetworkPolicyValidation::validate);
    addPolicies(
        cluster,
        AdminNetworkPolicy.KIND,
        TieredPolicyReader::read,
        AdminNetworkPolicyValidation::validate);
    addPolicies(
        cluster,
        BaselineAdminNetworkPolicy.KIND,
        TieredPolicyReader::read,
        AdminNetworkPolicyValidation::validate);
    addPolicies(
        cluster,
        ClusterNetworkPolicy.KIND,
        TieredPolicyReader::read,
        ClusterNetworkPolicyValidation::validate);
    nodes.addAll(cluster.all(Node.KIND));
    services.addAll(cluster.all(Service.KIND));
    ingresses.addAll(cluster.all(Ingress.KIND));
    routes.addAll(cluster.all(Route.KIND));
    gateways.addAll(cluster.all(Gateway.KIND));
    for (GatewayRoute.Type type : GatewayRoute.Type.values()) {
      gatewayRoutes.addAll(cluster.all(type.kind()));
    }
    grants.addAll(cluster.all(ReferenceGrant.KIND));
  }

  /** Objects and records of a kind are in the same order. */
  private <T extends ApiObject> void addPolicies(
      Cluster cluster,
      Kind<T> kind,
      Function<T, Policy> read,
      Function<T, List<Problem>> validate) {
    List<KubeObject> objects = cluster.objects(kind);
    List<T> records = cluster.all(kind);
    for (int i = 0; i < records.size(); i++) {
      T one = records.get(i);
      policies.add(new WrittenPolicy(objects.get(i), read.apply(one), () -> validate.apply(one)));
    }
  }

  private Inventory inventory() {
    units.sort(Comparator.comparing(Unit::workload)
        .thenComparing(unit -> unit.pod() == null ? "" : unit.pod()));
    if (!ingresses.isEmpty() || !routes.isEmpty() || !gatewayRoutes.isEmpty()) {
      Unit controller = Unit.ingressController(
          options.controller().namespace(), options.controller().labels());
      units.add(controller);
      namespaces.computeIfAbsent(
          controller.namespace(), name -> Map.of(Namespace.NAME_LABEL, name));
    }
    return new Inventory(
        namespaces,
        units,
        nodes,
        policies,
        Enforcement.of(policies, options.plugin()),
        new Inventory.Entrances(services, ingresses, routes, gateways, gatewayRoutes, grants));
  }
}
