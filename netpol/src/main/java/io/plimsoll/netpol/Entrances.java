package io.plimsoll.netpol;

import io.plimsoll.netpol.api.Service;
import io.plimsoll.netpol.connection.ConnectionSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What ingress controllers lead to: the pods behind the Services of Ingress and Route objects and of the routes of gateways. The
 * policies are not considered.
 */
final class Entrances {

  private final Map<Integer, Set<Entrance>> ofUnit = new TreeMap<>();
  private final Map<Integer, ConnectionSet> offered = new HashMap<>();
  private final int controller;

  Entrances(Inventory inventory, ConnectivityOptions options) {
    int last = inventory.units().size() - 1;
    boolean any =
        last >= 0 && inventory.units().get(last).workload() instanceof Endpoint.IngressController;
    this.controller = any ? last : -1;
    if (any) {
      Services services = new Services(inventory, options.targetPorts());
      for (Way way : Ways.of(inventory, options.backendPorts()).all()) {
        services
            .find(way.namespace(), way.service())
            .ifPresent(service -> lead(way, service, services));
      }
    }
  }

  private void lead(Way way, Service service, Services services) {
    for (int unit : services.pods(service)) {
      for (Service.Port port : way.port().of(service)) {
        ConnectionSet target = services.target(port, unit);
        offered.merge(unit, target, ConnectionSet::union);
        ofUnit
            .computeIfAbsent(unit, n -> new LinkedHashSet<>())
            .add(new Entrance(way.object(), service.ref(), target));
      }
    }
  }

  /** Returns the unit that stands for the ingress controllers, -1 if nothing needs any. */
  int controller() {
    return controller;
  }

  /** Returns what leads to a unit, in the order of the objects. */
  List<Entrance> of(int unit) {
    return List.copyOf(ofUnit.getOrDefault(unit, Set.of()));
  }

  /** Returns all connections to a unit that something leads to. */
  ConnectionSet offered(int unit) {
    return offered.getOrDefault(unit, ConnectionSet.NONE);
  }

  /** Calls for each unit that something leads to, in order. */
  void forEach(BiConsumer<Integer, ConnectionSet> action) {
    ofUnit.keySet().forEach(unit -> action.accept(unit, offered(unit)));
  }
}
