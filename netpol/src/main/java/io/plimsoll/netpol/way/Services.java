package io.plimsoll.netpol.way;

import io.plimsoll.core.model.IntOrString;
import io.plimsoll.netpol.api.Service;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.PortRange;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.netpol.engine.Inventory;
import io.plimsoll.netpol.engine.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Services of a cluster, the pods behind them, and the ports of those. */
public final class Services {

  private final List<Unit> units;
  private final boolean declaredOnly;
  private final Map<String, Service> byName = new HashMap<>();
  private final Map<String, List<Integer>> unitsOf = new HashMap<>();

  /**
   * Reads the services of a cluster.
   *
   * @param declaredOnly whether they lead only to ports that containers declare
   */
  Services(Inventory inventory, boolean declaredOnly) {
    this.units = inventory.units();
    this.declaredOnly = declaredOnly;
    for (int i = 0; i < units.size(); i++) {
      if (!(units.get(i).workload() instanceof Endpoint.IngressController)) {
        unitsOf
            .computeIfAbsent(units.get(i).namespace(), n -> new ArrayList<>())
            .add(i);
      }
    }
    for (Service service : inventory.entrances().services()) {
      byName.put(
          key(service.metadata().namespaceOrEmpty(), service.metadata().nameOrEmpty()), service);
    }
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }

  public Optional<Service> find(String namespace, String name) {
    return Optional.ofNullable(byName.get(key(namespace, name)));
  }

  /** Returns the units that a service selects, in order. */
  public List<Integer> pods(Service service) {
    if (service.selector().isEmpty() || service.isExternalName()) {
      return List.of();
    }
    return unitsOf.getOrDefault(service.metadata().namespaceOrEmpty(), List.of()).stream()
        .filter(unit ->
            units.get(unit).labels().entrySet().containsAll(service.selector().entrySet()))
        .toList();
  }

  /** Returns the port of a pod that a port of a service leads to. Mirrors {@code FindPort} of {@code pkg/api/v1/pod}. */
  public ConnectionSet target(Service.Port port, int unit) {
    Optional<Protocol> protocol = Protocol.tryParse(port.protocolOrTcp());
    if (protocol.isEmpty()) {
      return ConnectionSet.NONE;
    }
    IntOrString target = port.target();
    Integer number = target.number();
    if (number != null && !declaredOnly) {
      boolean valid = number >= PortRange.MIN && number <= PortRange.MAX;
      return valid ? ConnectionSet.of(protocol.get(), number) : ConnectionSet.NONE;
    }
    for (Unit.Port declared : units.get(unit).ports()) {
      boolean same =
          number == null ? target.toString().equals(declared.name()) : number == declared.number();
      if (same && declared.protocol() == protocol.get()) {
        return ConnectionSet.of(protocol.get(), declared.number());
      }
    }
    return ConnectionSet.NONE;
  }
}
