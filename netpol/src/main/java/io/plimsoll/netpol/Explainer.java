package io.plimsoll.netpol;

import io.plimsoll.netpol.ConnectivityOptions.SelfThroughService;
import io.plimsoll.netpol.SideDecision.Reason;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.AddressAtoms;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.network.Directory;
import io.plimsoll.netpol.network.Workings;
import io.plimsoll.netpol.way.Entrances;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out which rules decide of connections between two endpoints. */
final class Explainer {

  private final Engine engine;
  private final Directory directory;
  private final Entrances entrances;
  private final boolean freeThroughService;

  Explainer(Workings workings, ConnectivityOptions options) {
    this.engine = workings.engine();
    this.directory = workings.directory();
    this.entrances = workings.entrances();
    this.freeThroughService = options.selfThroughService() == SelfThroughService.ALLOWED;
  }

  /** Returns who decides of the connections, and what comes nearest to allowing those that are denied. */
  Explanation explain(Asked asked) {
    return explain(asked, true);
  }

  /** Returns who decides of the connections, and no more. */
  Explanation decide(Asked asked) {
    return explain(asked, false);
  }

  private Explanation explain(Asked asked, boolean nearest) {
    List<End> sources = ends(asked, Direction.EGRESS);
    List<End> destinations = ends(asked, Direction.INGRESS);
    boolean several = sources.size() * destinations.size() > 1;
    List<Explanation.Part> allowed = new ArrayList<>();
    List<Explanation.Part> denied = null;
    ConnectionSet open = asked.connections();
    Set<Long> seen = new HashSet<>();
    for (End from : sources) {
      for (End to : destinations) {
        boolean skip = (several && isSelf(from, to)) || !seen.add(pairOfClasses(from, to));
        if (skip || (open.isEmpty() && denied != null)) {
          continue;
        }
        List<Explanation.Part> refused = new ArrayList<>();
        ConnectionSet rest = denied == null ? asked.connections() : open;
        for (Explanation.Part part : parts(asked, from, to, rest, nearest)) {
          if (part.allowed()) {
            allowed.add(part);
            open = open.minus(part.connections());
          } else {
            refused.add(part);
          }
        }
        denied = denied == null ? refused : denied;
      }
    }
    if (denied == null) {
      List<Explanation.Part> self =
          parts(asked, sources.get(0), destinations.get(0), asked.connections(), nearest);
      return explanation(asked, self, destinations);
    }
    for (Explanation.Part part : denied) {
      ConnectionSet rest = part.connections().intersect(open);
      if (!rest.isEmpty()) {
        allowed.add(new Explanation.Part(rest, part.decision(), part.nearest()));
      }
    }
    return explanation(asked, allowed, destinations);
  }

  private Explanation explanation(
      Asked asked, List<Explanation.Part> parts, List<End> destinations) {
    List<Entrance> ways = new ArrayList<>();
    if (asked.source() instanceof Endpoint.IngressController) {
      destinations.stream()
          .filter(end -> end.unit() >= 0)
          .flatMap(end -> entrances.of(end.unit()).stream())
          .forEach(
              lead -> ways.add(new Entrance(lead.object(), lead.service(), lead.connections())));
    }
    return new Explanation(asked.source(), asked.destination(), parts, ways);
  }

  private List<End> ends(Asked asked, Direction side) {
    List<End> ends = new ArrayList<>();
    if (asked.end(side) instanceof Endpoint.External external) {
      // Addresses are cut as the other side's policies see them.
      AddressRange range = external.addresses();
      AddressAtoms atoms = engine.spaceOf(side.opposite()).atoms();
      for (int atom = atoms.indexOf(range.first()); atom < atoms.endOf(range); atom++) {
        ends.add(new End(-1, atom));
      }
      return ends;
    }
    for (int unit : directory.units(asked.end(side))) {
      ends.add(new End(unit, -1));
    }
    return ends;
  }

  private boolean isSelf(End from, End to) {
    return from.unit() >= 0
        && from.unit() == to.unit()
        && engine.inventory().units().get(from.unit()).pod() != null;
  }

  /** Pods of one class are alike in everything that matters here, but for what leads to them from outside. */
  private long pairOfClasses(End from, End to) {
    boolean outside = from.unit() >= 0 && from.unit() == entrances.controller();
    return ((long) number(from, false) << 32) | (number(to, outside) & 0xFFFFFFFFL);
  }

  private int number(End end, boolean exact) {
    if (end.unit() < 0) {
      return -1 - end.atom();
    }
    return exact ? end.unit() : engine.classes().ofUnit(end.unit());
  }

  /** Explains connections between two pods, or a pod and an address, or two addresses. */
  private List<Explanation.Part> parts(
      Asked asked, End from, End to, ConnectionSet connections, boolean nearest) {
    if (isSelf(from, to) && (!asked.throughService() || freeThroughService)) {
      Decision self = new Decision(
          SideDecision.of(Direction.EGRESS, true, Reason.SELF),
          SideDecision.of(Direction.INGRESS, true, Reason.SELF));
      return List.of(new Explanation.Part(connections, self, List.of()));
    }
    JudgedSide egress = new JudgedSide(engine, entrances, Direction.EGRESS, asked, from, to);
    JudgedSide ingress = new JudgedSide(engine, entrances, Direction.INGRESS, asked, to, from);
    List<Decider.Part> in = ingress.decide(connections);
    List<Explanation.Part> parts = new ArrayList<>();
    for (Decider.Part out : egress.decide(connections)) {
      for (Decider.Part into : in) {
        ConnectionSet both = out.connections().intersect(into.connections());
        if (!both.isEmpty()) {
          List<NearMiss> misses = new ArrayList<>(2);
          if (nearest) {
            egress.nearest(both, out.decision()).ifPresent(misses::add);
            ingress.nearest(both, into.decision()).ifPresent(misses::add);
          }
          parts.add(
              new Explanation.Part(both, new Decision(out.decision(), into.decision()), misses));
        }
      }
    }
    return parts;
  }
}
