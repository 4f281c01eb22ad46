package io.plimsoll.netpol;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.IntOrString;
import io.plimsoll.netpol.ConnectivityOptions.BackendPorts;
import io.plimsoll.netpol.api.Ingress;
import io.plimsoll.netpol.api.Route;
import io.plimsoll.netpol.api.Service;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * What ingress controllers lead to: the pods behind the Services of Ingress and Route objects, by those target ports that the
 * pods declare. The policies are not considered.
 */
final class Entrances {

  private final Map<Integer, List<Entrance>> ofUnit = new TreeMap<>();
  private final Map<Integer, ConnectionSet> offered = new HashMap<>();
  private final List<Unit> units;
  private final int controller;

  Entrances(Inventory inventory, BackendPorts backendPorts) {
    this.units = inventory.units();
    int last = units.size() - 1;
    boolean any = last >= 0 && units.get(last).workload() instanceof Endpoint.IngressController;
    this.controller = any ? last : -1;
    if (any) {
      read(inventory.entrances(), backendPorts);
    }
  }

  private void read(Inventory.Entrances objects, BackendPorts backendPorts) {
    Map<String, List<Integer>> unitsOf = new HashMap<>();
    for (int i = 0; i < units.size(); i++) {
      unitsOf.computeIfAbsent(units.get(i).namespace(), n -> new ArrayList<>()).add(i);
    }
    Map<String, Service> services = new HashMap<>();
    for (Service service : objects.services()) {
      services.put(
          key(service.metadata().namespaceOrEmpty(), service.metadata().nameOrEmpty()), service);
    }
    for (Ingress ingress : objects.ingresses()) {
      for (Ingress.Backend backend : ingress.backends()) {
        Service service =
            services.get(key(ingress.metadata().namespaceOrEmpty(), backend.service()));
        if (service != null) {
          lead(ingress.ref(), service, port -> matches(backend, port, backendPorts), true, unitsOf);
        }
      }
    }
    for (Route route : objects.routes()) {
      for (String name : route.services()) {
        Service service = services.get(key(route.metadata().namespaceOrEmpty(), name));
        if (service != null) {
          lead(route.ref(), service, port -> matches(route, port), false, unitsOf);
        }
      }
    }
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }

  private static boolean matches(
      Ingress.Backend backend, Service.Port port, BackendPorts backendPorts) {
    String name = backend.portName();
    if (name != null && !name.isEmpty()) {
      return name.equals(port.name());
    }
    Integer number = backend.portNumber();
    boolean target = backendPorts == BackendPorts.SERVICE_OR_TARGET;
    return number != null
        && (number == port.port() || (target && port.target().equals(IntOrString.of(number))));
  }

  /** A route may name a port of the service, or of the pods, and by default means all. */
  private static boolean matches(Route route, Service.Port port) {
    IntOrString target = route.targetPort();
    if (target == null || target.equals(IntOrString.of("")) || target.equals(IntOrString.of(0))) {
      return true;
    }
    return target.toString().equals(port.name())
        || target.equals(IntOrString.of(port.port()))
        || target.equals(port.target());
  }

  private void lead(
      ObjectRef from,
      Service service,
      Predicate<Service.Port> ports,
      boolean first,
      Map<String, List<Integer>> unitsOf) {
    if (service.selector().isEmpty()) {
      return;
    }
    List<Service.Port> matching = service.ports().stream().filter(ports).toList();
    for (int number : unitsOf.getOrDefault(service.metadata().namespaceOrEmpty(), List.of())) {
      Unit unit = units.get(number);
      if (unit.labels().entrySet().containsAll(service.selector().entrySet())) {
        for (Service.Port port : first ? matching.stream().limit(1).toList() : matching) {
          ConnectionSet declared = declared(unit, port.target());
          offered.merge(number, declared, ConnectionSet::union);
          ofUnit
              .computeIfAbsent(number, n -> new ArrayList<>())
              .add(new Entrance(from, service.ref(), declared));
        }
      }
    }
  }

  /** Returns the TCP ports that a pod declares and a target means. */
  private static ConnectionSet declared(Unit unit, IntOrString target) {
    ConnectionSet set = ConnectionSet.NONE;
    for (Unit.Port port : unit.ports()) {
      boolean same = target.number() == null
          ? target.toString().equals(port.name())
          : target.number() == port.number();
      if (same && port.protocol() == Protocol.TCP) {
        set = set.union(ConnectionSet.of(Protocol.TCP, port.number()));
      }
    }
    return set;
  }

  /** Returns the unit that stands for the ingress controllers, -1 if nothing needs any. */
  int controller() {
    return controller;
  }

  /** Returns what leads to a unit. */
  List<Entrance> of(int unit) {
    return ofUnit.getOrDefault(unit, List.of());
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
