package io.plimsoll.netpol;

import io.plimsoll.netpol.SideDecision.Reason;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.engine.CompiledPolicy;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.way.Entrances;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One side of a pair of pods or addresses, ready to be asked what it says and why. */
final class JudgedSide {

  private final Engine engine;
  private final Entrances entrances;
  private final Direction direction;
  private final Asked asked;
  private final End subject;
  private final End other;
  private final List<CompiledPolicy> policies;
  private final OtherEnd otherEnd;

  JudgedSide(
      Engine engine,
      Entrances entrances,
      Direction direction,
      Asked asked,
      End subject,
      End other) {
    this.engine = engine;
    this.entrances = entrances;
    this.direction = direction;
    this.asked = asked;
    this.subject = subject;
    this.other = other;
    this.policies = isPod() ? engine.policies(direction, classOf(subject)) : List.of();
    this.otherEnd = otherEnd();
  }

  private boolean isPod() {
    return subject.unit() >= 0 && !engine.isNode(subject.unit());
  }

  private int classOf(End end) {
    return engine.classes().ofUnit(end.unit());
  }

  private OtherEnd otherEnd() {
    End destination = direction == Direction.EGRESS ? other : subject;
    List<Unit.Port> ports = destination.unit() < 0
        ? List.of()
        : engine.classes().get(classOf(destination)).namedPorts();
    if (other.unit() < 0) {
      return new OtherEnd(
          engine.spaceOf(direction).firstAtom() + other.atom(),
          null,
          Map.of(),
          false,
          asked.domain(),
          ports);
    }
    Unit pod = engine.inventory().units().get(other.unit());
    return new OtherEnd(
        peer(),
        pod,
        engine.inventory().namespaces().getOrDefault(pod.namespace(), Map.of()),
        engine.isNode(other.unit()),
        asked.domain(),
        ports);
  }

  private int peer() {
    int there = classOf(other);
    int here = subject.unit() < 0 ? there : classOf(subject);
    AddressFamily family = engine.classes().family(here, there, asked.family());
    return engine.spaceOf(direction).ofClass(there, family);
  }

  /** Returns the connections in parts, none of which overlaps another. */
  List<Decider.Part> decide(ConnectionSet connections) {
    if (!isPod()) {
      return List.of(
          new Decider.Part(connections, SideDecision.of(direction, true, Reason.NOT_A_POD)));
    }
    boolean local =
        direction == Direction.INGRESS && engine.isLocalNode(classOf(subject), otherEnd.peer());
    boolean controller = direction == Direction.EGRESS && subject.unit() == entrances.controller();
    ConnectionSet possible = controller && other.unit() >= 0
        ? connections.intersect(entrances.offered(other.unit()))
        : connections;
    Decider decider = new Decider(
        policies,
        direction,
        otherEnd.peer(),
        otherEnd.domain(),
        otherEnd.destinationPorts(),
        local);
    List<Decider.Part> parts = new ArrayList<>();
    ConnectionSet unfiltered = possible.intersect(engine.reading().unfiltered());
    if (!unfiltered.isEmpty()) {
      parts.add(
          new Decider.Part(unfiltered, SideDecision.of(direction, true, Reason.NOT_FILTERED)));
    }
    parts.addAll(decider.decide(possible.minus(unfiltered)));
    ConnectionSet rest = connections.minus(possible);
    if (!rest.isEmpty()) {
      parts.add(new Decider.Part(rest, SideDecision.of(direction, false, Reason.NO_ENTRANCE)));
    }
    return parts;
  }

  /** Returns the rule that comes nearest to allowing connections; nothing if they are allowed. */
  Optional<NearMiss> nearest(ConnectionSet connections, SideDecision decision) {
    return decision.allowed() || decision.reason() == Reason.NO_ENTRANCE
        ? Optional.empty()
        : new NearMisses(direction, policies, otherEnd).nearest(connections, decision);
  }
}
