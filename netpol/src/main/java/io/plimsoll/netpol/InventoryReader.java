package io.plimsoll.netpol;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.core.pod.Workload;
import io.plimsoll.netpol.api.AdminNetworkPolicy;
import io.plimsoll.netpol.api.BaselineAdminNetworkPolicy;
import io.plimsoll.netpol.api.ClusterNetworkPolicy;
import io.plimsoll.netpol.api.Ingress;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.api.Node;
import io.plimsoll.netpol.api.Route;
import io.plimsoll.netpol.api.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Picks from a cluster's objects what the engine needs. */
final class InventoryReader {

  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private final Map<String, Map<String, String>> namespaces = new TreeMap<>();
  private final List<Unit> units = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Policy> policies = new ArrayList<>();
  private final List<Service> services = new ArrayList<>();
  private final List<Ingress> ingresses = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();

  private InventoryReader() {}

  static Inventory read(Iterable<KubeObject> objects) {
    InventoryReader reader = new InventoryReader();
    for (KubeObject object : objects) {
      reader.add(object);
    }
    return reader.inventory();
  }

  private void add(KubeObject object) {
    switch (object.ref().kind()) {
      case "Namespace" -> as(object, Namespace.KIND).forEach(this::add);
      case "Pod" -> as(object, Pod.KIND).forEach(pod -> Unit.of(pod).ifPresent(units::add));
      case "Node" -> nodes.addAll(as(object, Node.KIND));
      case "NetworkPolicy" -> as(object, NetworkPolicy.KIND)
          .forEach(policy -> policies.add(NetworkPolicyReader.read(policy)));
      case "AdminNetworkPolicy" -> as(object, AdminNetworkPolicy.KIND)
          .forEach(policy -> policies.add(TieredPolicyReader.read(policy)));
      case "BaselineAdminNetworkPolicy" -> as(object, BaselineAdminNetworkPolicy.KIND)
          .forEach(policy -> policies.add(TieredPolicyReader.read(policy)));
      case "ClusterNetworkPolicy" -> as(object, ClusterNetworkPolicy.KIND)
          .forEach(policy -> policies.add(TieredPolicyReader.read(policy)));
      case "Service" -> services.addAll(as(object, Service.KIND));
      case "Ingress" -> ingresses.addAll(as(object, Ingress.KIND));
      case "Route" -> routes.addAll(as(object, Route.KIND));
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

  private void add(Namespace namespace) {
    Map<String, String> labels = new HashMap<>(namespace.metadata().labels());
    String name = namespace.metadata().nameOrEmpty();
    labels.putIfAbsent(NAME_LABEL, name);
    namespaces.put(name, labels);
  }

  private Inventory inventory() {
    units.sort(Comparator.comparing(Unit::workload)
        .thenComparing(unit -> unit.pod() == null ? "" : unit.pod()));
    if (!ingresses.isEmpty() || !routes.isEmpty()) {
      units.add(Unit.ingressController());
    }
    units.forEach(unit -> imply(unit.namespace()));
    for (Policy policy : policies) {
      if (policy.tier() == Tier.NETWORK_POLICY) {
        imply(policy.ref().namespace());
      }
    }
    return new Inventory(
        namespaces, units, nodes, policies, new Inventory.Entrances(services, ingresses, routes));
  }

  /** A namespace that no object defines exists all the same, with the one label that all have. */
  private void imply(String namespace) {
    namespaces.computeIfAbsent(namespace, name -> Map.of(NAME_LABEL, name));
  }
}
