package io.plimsoll.netpol.entry;

import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.ConnectivityOptions.ControllerPods;
import io.plimsoll.netpol.Explanation;
import io.plimsoll.netpol.api.Service;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.PeerSpace;
import io.plimsoll.netpol.exposure.ExposedPeer;
import io.plimsoll.netpol.exposure.Exposure;
import io.plimsoll.netpol.exposure.ExposureLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The workloads that ports of Services lead to, and what the policies leave of it. */
final class EntryTargets {

  /** Ports of a service that ingress controllers lead to. */
  private record Served(Service service, List<Service.Port> ports) {}

  private final Connectivity network;
  private final Engine engine;
  private final Offers offers;
  private final Map<Served, List<Entrypoint.Target>> served = new HashMap<>();
  private @Nullable Exposure exposure;

  EntryTargets(Connectivity network, Offers offers) {
    this.network = network;
    this.engine = network.workings().engine();
    this.offers = offers;
  }

  /** Returns where ports of a service lead those who come from outside by addresses. */
  List<Entrypoint.Target> fromOutside(
      Service service, List<Service.Port> ports, List<AddressRange> sources) {
    List<Entrypoint.Target> targets = new ArrayList<>();
    offers.of(service, ports).forEach((workload, offered) -> {
      List<ConnectionLine> admitted = sources.stream()
          .flatMap(range -> outside(workload, offered, range).stream())
          .toList();
      ConnectionSet promised = Offers.all(offered);
      ConnectionSet denied = promised.minus(union(admitted));
      Optional<Explanation> why = denied.isEmpty() || sources.isEmpty()
          ? Optional.empty()
          : Optional.of(network.explain(new Endpoint.External(sources.get(0)), workload, denied));
      targets.add(new Entrypoint.Target(workload, promised, admitted, why, List.of(), List.of()));
    });
    return targets;
  }

  /** Returns where ports of a service lead those who come through ingress controllers; many backends mean the same. */
  List<Entrypoint.Target> fromControllers(Service service, List<Service.Port> ports) {
    return served.computeIfAbsent(
        new Served(service, ports), key -> throughControllers(service, ports));
  }

  private List<Entrypoint.Target> throughControllers(Service service, List<Service.Port> ports) {
    Endpoint controller = new Endpoint.IngressController();
    List<Entrypoint.Target> targets = new ArrayList<>();
    offers.of(service, ports).forEach((workload, offered) -> {
      ConnectionSet allowed = ConnectionSet.NONE;
      for (Offers.Offer offer : offered) {
        allowed = allowed.union(engine
            .between(network.workings().entrances().controller(), offer.unit())
            .intersect(offer.ports()));
      }
      ConnectionSet promised = Offers.all(offered);
      ConnectionSet denied = promised.minus(allowed);
      targets.add(new Entrypoint.Target(
          workload,
          promised,
          allowed.isEmpty()
              ? List.of()
              : List.of(new ConnectionLine(controller, workload, allowed)),
          denied.isEmpty()
              ? Optional.empty()
              : Optional.of(network.explain(controller, workload, denied)),
          insiders(workload, denied),
          strangers(workload, denied)));
    });
    return targets;
  }

  /** Returns what any of the lines allows. */
  static ConnectionSet union(List<ConnectionLine> lines) {
    ConnectionSet all = ConnectionSet.NONE;
    for (ConnectionLine line : lines) {
      all = all.union(line.connections());
    }
    return all;
  }

  /** Returns who of a range comes in, neighbours with the same connections as one. */
  private List<ConnectionLine> outside(
      Endpoint workload, List<Offers.Offer> offered, AddressRange range) {
    PeerSpace space = engine.spaceOf(Direction.INGRESS);
    List<ConnectionLine> lines = new ArrayList<>();
    AddressRange open = null;
    ConnectionSet connections = ConnectionSet.NONE;
    int end = space.atoms().endOf(range);
    for (int atom = space.atoms().indexOf(range.first()); atom < end; atom++) {
      ConnectionSet here = ConnectionSet.NONE;
      for (Offers.Offer offer : offered) {
        int row = engine.classes().ofUnit(offer.unit());
        int allowed = engine.row(Direction.INGRESS, row).get(space.firstAtom() + atom);
        here = here.union(engine.set(allowed).intersect(offer.ports()));
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
    if (denied.isEmpty() || isControllerKnown()) {
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
    if (denied.isEmpty() || isControllerKnown()) {
      return List.of();
    }
    if (exposure == null) {
      exposure = Exposure.of(network);
    }
    List<ExposureLine> strangers = new ArrayList<>();
    for (ExposureLine line : exposure.lines(workload, Direction.INGRESS)) {
      ConnectionSet allowed = line.connections().intersect(denied);
      if (!(line.peer() instanceof ExposedPeer.EntireCluster) && !allowed.isEmpty()) {
        strangers.add(new ExposureLine(workload, Direction.INGRESS, line.peer(), allowed));
      }
    }
    return strangers;
  }
}
