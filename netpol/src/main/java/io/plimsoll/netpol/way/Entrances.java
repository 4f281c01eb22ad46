package io.plimsoll.netpol.way;

import io.plimsoll.netpol.api.Service;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.Inventory;
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
public final class Entrances {

  private final Map<Integer, Set<Lead>> ofUnit = new TreeMap<>();
  private final Map<Integer, ConnectionSet> offered = new HashMap<>();
  private final int controller;
  private final Inventory inventory;
  private final boolean targetsToo;
  private final boolean declaredOnly;

  /**
   * Reads what leads in.
   *
   * @param targetsToo whether the backend of an Ingress may name a port of the pods as well as one of its Service
   * @param declaredOnly whether Services lead only to ports that containers declare
   */
  public Entrances(Inventory inventory, boolean targetsToo, boolean declaredOnly) {
    this.inventory = inventory;
    this.targetsToo = targetsToo;
    this.declaredOnly = declaredOnly;
    int last = inventory.units().size() - 1;
    boolean any =
        last >= 0 && inventory.units().get(last).workload() instanceof Endpoint.IngressController;
    this.controller = any ? last : -1;
    if (any) {
      Services services = services();
      for (Way way : ways().all()) {
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
            .add(new Lead(way.object(), service.ref(), target));
      }
    }
  }

  /** Returns the services of the cluster, read anew. */
  public Services services() {
    return new Services(inventory, declaredOnly);
  }

  /** Returns the backends of the cluster, read anew. */
  public Ways ways() {
    return Ways.of(inventory, targetsToo);
  }

  /** Returns the unit that stands for the ingress controllers, -1 if nothing needs any. */
  public int controller() {
    return controller;
  }

  /** Returns what leads to a unit, in the order of the objects. */
  public List<Lead> of(int unit) {
    return List.copyOf(ofUnit.getOrDefault(unit, Set.of()));
  }

  /** Returns all connections to a unit that something leads to. */
  public ConnectionSet offered(int unit) {
    return offered.getOrDefault(unit, ConnectionSet.NONE);
  }

  /** Calls for each unit that something leads to, in order. */
  public void forEach(BiConsumer<Integer, ConnectionSet> action) {
    ofUnit.keySet().forEach(unit -> action.accept(unit, offered(unit)));
  }
}
