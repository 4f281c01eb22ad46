package io.plimsoll.netpol;

import io.plimsoll.core.model.IntOrString;
import io.plimsoll.netpol.ConnectivityOptions.BackendPorts;
import io.plimsoll.netpol.api.Ingress;
import io.plimsoll.netpol.api.Route;
import io.plimsoll.netpol.api.Service;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What ingress controllers lead to: the pods behind the Services of Ingress and Route objects, by those target ports that the
 * pods declare, as far as the policies let a pod without labels in a namespace of its own connect to them.
 */
final class IngressLines {

  /** By unit, what leads to it, the policies not considered. */
  private final Map<Integer, ConnectionSet> offered = new TreeMap<>();

  private final Map<String, List<Integer>> unitsOf = new HashMap<>();
  private final Engine engine;
  private final Function<Unit, Endpoint> listed;

  IngressLines(Engine engine, Function<Unit, Endpoint> listed, BackendPorts backendPorts) {
    this.engine = engine;
    this.listed = listed;
    Inventory.Entrances objects = engine.inventory().entrances();
    List<Unit> units = engine.inventory().units();
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
          offer(service, port -> matches(backend, port, backendPorts), true);
        }
      }
    }
    for (Route route : objects.routes()) {
      for (String name : route.services()) {
        Service service = services.get(key(route.metadata().namespaceOrEmpty(), name));
        if (service != null) {
          offer(service, port -> matches(route, port), false);
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

  private void offer(Service service, Predicate<Service.Port> ports, boolean first) {
    if (service.selector().isEmpty()) {
      return;
    }
    List<Service.Port> matching = service.ports().stream().filter(ports).toList();
    for (int number : unitsOf.getOrDefault(service.metadata().namespaceOrEmpty(), List.of())) {
      Unit unit = engine.inventory().units().get(number);
      if (unit.labels().entrySet().containsAll(service.selector().entrySet())) {
        for (Service.Port port : first ? matching.stream().limit(1).toList() : matching) {
          offered.merge(number, declared(unit, port.target()), ConnectionSet::union);
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

  List<ConnectionLine> lines(LineFilter filter) {
    int source = source();
    if (source < 0) {
      return List.of();
    }
    Map<Endpoint, ConnectionSet> byEndpoint = new TreeMap<>();
    offered.forEach((number, ports) -> {
      PodClass from = engine.classes().get(source);
      int to = engine.classes().ofUnit(number);
      AddressFamily family = PodClass.family(from, engine.classes().get(to));
      ConnectionSet allowed = ports
          .intersect(engine.set(engine.egress(source, to, family)))
          .intersect(engine.set(engine.ingress(source, to, family)))
          .intersect(filter.connections());
      Endpoint endpoint = listed.apply(engine.inventory().units().get(number));
      if (!allowed.isEmpty() && filter.wants(new Endpoint.IngressController(), endpoint)) {
        byEndpoint.merge(endpoint, allowed, ConnectionSet::union);
      }
    });
    List<ConnectionLine> lines = new ArrayList<>(byEndpoint.size());
    byEndpoint.forEach((endpoint, connections) ->
        lines.add(new ConnectionLine(new Endpoint.IngressController(), endpoint, connections)));
    return lines;
  }

  private int source() {
    List<Unit> units = engine.inventory().units();
    int last = units.size() - 1;
    boolean controller =
        last >= 0 && units.get(last).workload() instanceof Endpoint.IngressController;
    return controller ? engine.classes().ofUnit(last) : -1;
  }
}
