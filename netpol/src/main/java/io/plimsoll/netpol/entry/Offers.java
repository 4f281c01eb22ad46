package io.plimsoll.netpol.entry;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.netpol.api.Service;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.network.Workings;
import io.plimsoll.netpol.way.Dangling;
import io.plimsoll.netpol.way.Services;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Follows ports of Services to the pods behind them, and keeps what leads nowhere. */
final class Offers {

  /** Ports of one pod or template that something leads to. */
  record Offer(int unit, ConnectionSet ports) {}

  private final Workings workings;
  private final Services services;
  private final Set<Dangling> dangling = new LinkedHashSet<>();

  Offers(Workings workings, Services services) {
    this.workings = workings;
    this.services = services;
  }

  /** Returns what of the Services that were followed leads nowhere. */
  Set<Dangling> dangling() {
    return dangling;
  }

  /** Returns by workload what ports of a service lead to, and keeps what of it leads nowhere. */
  Map<Endpoint, List<Offer>> of(Service service, List<Service.Port> ports) {
    Map<Endpoint, List<Offer>> byWorkload = new TreeMap<>();
    List<Integer> pods = services.pods(service);
    checkSelector(service, pods);
    for (Service.Port port : ports) {
      Set<Endpoint> without = new LinkedHashSet<>();
      for (int unit : pods) {
        Endpoint workload =
            workings.directory().listed(workings.engine().inventory().units().get(unit));
        ConnectionSet target = services.target(port, unit);
        if (target.isEmpty()) {
          without.add(workload);
        } else {
          byWorkload.computeIfAbsent(workload, w -> new ArrayList<>()).add(new Offer(unit, target));
        }
      }
      without.forEach(workload -> missingTarget(service, port, workload));
    }
    return byWorkload;
  }

  private void checkSelector(Service service, List<Integer> pods) {
    if (service.isExternalName()) {
      return;
    }
    if (service.selector().isEmpty()) {
      dangling.add(Dangling.info(
          service.ref(),
          FieldPath.of("spec"),
          "no-selector",
          "has no selector: where it leads is not known from the manifests"));
    } else if (pods.isEmpty()) {
      dangling.add(Dangling.warning(
          service.ref(),
          FieldPath.of("spec", "selector"),
          "service-without-pods",
          "selects no pod: it leads nowhere"));
    }
  }

  private void missingTarget(Service service, Service.Port port, Endpoint workload) {
    String target = port.target().number() == null
        ? "\"" + port.target() + "\""
        : port.target().toString();
    dangling.add(Dangling.warning(
        service.ref(),
        FieldPath.of("spec", "ports").index(service.ports().indexOf(port)).field("targetPort"),
        "missing-target-port",
        "no container of " + workload + " has a " + port.protocolOrTcp() + " port " + target));
  }

  /** Returns all ports together. */
  static ConnectionSet all(List<Offer> offers) {
    ConnectionSet all = ConnectionSet.NONE;
    for (Offer offer : offers) {
      all = all.union(offer.ports);
    }
    return all;
  }
}
