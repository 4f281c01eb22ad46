package io.plimsoll.netpol;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.netpol.ConnectivityOptions.ControllerPods;
import io.plimsoll.netpol.api.Service;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Follows ports of Services to workloads, and asks the policies what they leave of it. */
final class EntryTargets {

  /** Ports of one pod or template that something leads to. */
  private record Offer(int unit, ConnectionSet ports) {}

  private final Connectivity network;
  private final Engine engine;
  private final Services services;
  private final Set<Dangling> dangling = new LinkedHashSet<>();
  private @Nullable Exposure exposure;

  EntryTargets(Connectivity network, Services services) {
    this.network = network;
    this.engine = network.engine();
    this.services = services;
  }

  /** Returns what of the Services that were followed leads nowhere. */
  Set<Dangling> dangling() {
    return dangling;
  }

  /** Returns where ports of a service lead those who come from outside by addresses. */
  List<Entrypoint.Target> fromOutside(
      Service service, List<Service.Port> ports, List<AddressRange> sources) {
    List<Entrypoint.Target> targets = new ArrayList<>();
    offers(service, ports).forEach((workload, offers) -> {
      ConnectionSet promised = promised(offers);
      List<ConnectionLine> admitted = sources.stream()
          .flatMap(range -> outside(workload, offers, range).stream())
          .toList();
      ConnectionSet denied = promised.minus(union(admitted));
      Optional<Explanation> why = denied.isEmpty() || sources.isEmpty()
          ? Optional.empty()
          : Optional.of(
              network.explain(new Endpoint.External(sources.get(0)), workload, denied));
      targets.add(
          new Entrypoint.Target(workload, promised, admitted, why, List.of(), List.of()));
    });
    return targets;
  }

  /** Returns where ports of a service lead those who come through ingress controllers. */
  List<Entrypoint.Target> fromControllers(Service service, List<Service.Port> ports) {
    List<Entrypoint.Target> targets = new ArrayList<>();
    offers(service, ports).forEach((workload, offers) -> {
      Endpoint controller = new Endpoint.IngressController();
      ConnectionSet promised = promised(offers);
      ConnectionSet allowed = ConnectionSet.NONE;
      for (Offer offer : offers) {
        allowed = allowed.union(engine
            .between(network.entrances().controller(), offer.unit)
            .intersect(offer.ports));
      }
      List<ConnectionLine> admitted = allowed.isEmpty()
          ? List.of()
          : List.of(new ConnectionLine(controller, workload, allowed));
      ConnectionSet denied = promised.minus(allowed);
      if (denied.isEmpty()) {
        targets.add(new Entrypoint.Target(
            workload, promised, admitted, Optional.empty(), List.of(), List.of()));
      } else {
        targets.add(new Entrypoint.Target(
            workload,
            promised,
            admitted,
            Optional.of(network.explain(controller, workload, denied)),
            insiders(workload, denied),
            strangers(workload, denied)));
      }
    });
    return targets;
  }

  private Map<Endpoint, List<Offer>> offers(Service service, List<Service.Port> ports) {
    Map<Endpoint, List<Offer>> byWorkload = new TreeMap<>();
    List<Integer> pods = services.pods(service);
    checkSelector(service, pods);
    for (Service.Port port : ports) {
      Set<Endpoint> without = new LinkedHashSet<>();
      for (int unit : pods) {
        Endpoint workload =
            network.directory().listed(engine.inventory().units().get(unit));
        ConnectionSet target = services.target(port, unit);
        if (target.isEmpty()) {
          without.add(workload);
        } else {
          byWorkload
              .computeIfAbsent(workload, w -> new ArrayList<>())
              .add(new Offer(unit, target));
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
        "no container of " + workload + " has a port " + target + " of " + port.protocolOrTcp()));
  }

  private static ConnectionSet promised(List<Offer> offers) {
    ConnectionSet all = ConnectionSet.NONE;
    for (Offer offer : offers) {
      all = all.union(offer.ports);
    }
    return all;
  }

  private static ConnectionSet union(List<ConnectionLine> lines) {
    ConnectionSet all = ConnectionSet.NONE;
    for (ConnectionLine line : lines) {
      all = all.union(line.connections());
    }
    return all;
  }

  /** Returns who of a range comes in, neighbours with the same connections as one. */
  private List<ConnectionLine> outside(Endpoint workload, List<Offer> offers, AddressRange range) {
    PeerSpace space = engine.spaceOf(Direction.INGRESS);
    List<ConnectionLine> lines = new ArrayList<>();
    AddressRange open = null;
    ConnectionSet connections = ConnectionSet.NONE;
    int end = space.atoms().endOf(range);
    for (int atom = space.atoms().indexOf(range.first()); atom < end; atom++) {
      ConnectionSet here = ConnectionSet.NONE;
      for (Offer offer : offers) {
        int row = engine.classes().ofUnit(offer.unit);
        int allowed = engine.row(Direction.INGRESS, row).get(space.firstAtom() + atom);
        here = here.union(engine.set(allowed).intersect(offer.ports));
      }
      AddressRange part = space.atoms().range(atom).intersect(range);
      if (open != null && here.equals(connections)) {
        open = new AddressRange(open.first(), part.last());
      } else {
        add(lines, open, workload, connections);
        open = part;
        connections = here;
      }
    }
    add(lines, open, workload, connections);
    return lines;
  }

  private static void add(
      List<ConnectionLine> lines,
      @Nullable AddressRange source,
      Endpoint workload,
      ConnectionSet connections) {
    if (source != null && !connections.isEmpty()) {
      lines.add(new ConnectionLine(new Endpoint.External(source), workload, connections));
    }
  }

  private boolean isControllerKnown() {
    return !network.options().controller().equals(ControllerPods.UNKNOWN);
  }

  private List<ConnectionLine> insiders(Endpoint workload, ConnectionSet denied) {
    if (isControllerKnown()) {
      return List.of();
    }
    List<ConnectionLine> insiders = new ArrayList<>();
    for (Endpoint other : network.endpoints()) {
      ConnectionSet allowed = other.equals(workload)
          ? ConnectionSet.NONE
          : network.between(other, workload).intersect(denied);
      if (!allowed.isEmpty()) {
        insiders.add(new ConnectionLine(other, workload, allowed));
      }
    }
    return insiders;
  }

  private List<ExposureLine> strangers(Endpoint workload, ConnectionSet denied) {
    if (isControllerKnown()) {
      return List.of();
    }
    if (exposure == null) {
      exposure = Exposure.of(network);
    }
    List<ExposureLine> strangers = new ArrayList<>();
    for (ExposureLine line : exposure.lines(workload, Direction.INGRESS)) {
      ConnectionSet allowed = line.connections().intersect(denied);
      if (line.peer() instanceof ExposedPeer.Pods && !allowed.isEmpty()) {
        strangers.add(new ExposureLine(workload, Direction.INGRESS, line.peer(), allowed));
      }
    }
    return strangers;
  }
}
