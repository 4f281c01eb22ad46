package io.plimsoll.netpol;

import io.plimsoll.netpol.ConnectivityOptions.SelfThroughService;
import io.plimsoll.netpol.SideDecision.Reason;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.IpAddress;
import io.plimsoll.netpol.connection.Protocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers to questions about two endpoints. */
final class Questions {

  private final Engine engine;
  private final Directory directory;
  private final ConnectivityOptions options;

  Questions(Engine engine, Directory directory, ConnectivityOptions options) {
    this.engine = engine;
    this.directory = directory;
    this.options = options;
  }

  ConnectionSet between(Endpoint source, Endpoint destination) {
    boolean fromPod = !(source instanceof Endpoint.External);
    boolean toPod = !(destination instanceof Endpoint.External);
    if (!fromPod && !toPod) {
      return ConnectionSet.ALL;
    }
    ConnectionSet result = ConnectionSet.NONE;
    if (fromPod && toPod) {
      int[] sources = directory.units(source);
      int[] destinations = directory.units(destination);
      for (int from : sources) {
        for (int to : destinations) {
          result = result.union(pair(from, to, sources.length * destinations.length == 1));
        }
      }
      return result;
    }
    Direction direction = fromPod ? Direction.EGRESS : Direction.INGRESS;
    AddressRange range = ((Endpoint.External) (fromPod ? destination : source)).addresses();
    PeerSpace space = engine.spaceOf(direction);
    for (int unit : directory.units(fromPod ? source : destination)) {
      Row row = engine.row(direction, engine.classes().ofUnit(unit));
      int end = space.atoms().endOf(range);
      for (int atom = space.atoms().indexOf(range.first()); atom < end; atom++) {
        result = result.union(engine.set(row.get(space.firstAtom() + atom)));
      }
    }
    return result;
  }

  /** A pod talks to itself freely; among several pods that case says nothing. */
  private ConnectionSet pair(int from, int to, boolean only) {
    if (from == to && isPod(from)) {
      return only ? ConnectionSet.ALL : ConnectionSet.NONE;
    }
    int source = engine.classes().ofUnit(from);
    int destination = engine.classes().ofUnit(to);
    AddressFamily family = family(source, destination);
    return engine
        .set(engine.egress(source, destination, family))
        .intersect(engine.set(engine.ingress(source, destination, family)));
  }

  private boolean isPod(int unit) {
    return engine.inventory().units().get(unit).pod() != null;
  }

  private AddressFamily family(int source, int destination) {
    return PodClass.family(engine.classes().get(source), engine.classes().get(destination));
  }

  boolean allows(Endpoint source, Endpoint destination, Protocol protocol, int port) {
    if (source instanceof Endpoint.External from) {
      return destination instanceof Endpoint.External
          || allows(Direction.INGRESS, destination, from, protocol, port);
    }
    if (destination instanceof Endpoint.External to) {
      return allows(Direction.EGRESS, source, to, protocol, port);
    }
    int[] sources = directory.units(source);
    int[] destinations = directory.units(destination);
    boolean only = sources.length * destinations.length == 1;
    for (int from : sources) {
      for (int to : destinations) {
        if (allows(from, to, only, protocol, port)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean allows(int from, int to, boolean only, Protocol protocol, int port) {
    if (from == to && isPod(from)) {
      return only;
    }
    int source = engine.classes().ofUnit(from);
    int destination = engine.classes().ofUnit(to);
    AddressFamily family = family(source, destination);
    return engine.set(engine.egress(source, destination, family)).contains(protocol, port)
        && engine.set(engine.ingress(source, destination, family)).contains(protocol, port);
  }

  private boolean allows(
      Direction direction, Endpoint subject, Endpoint.External other, Protocol protocol, int port) {
    PeerSpace space = engine.spaceOf(direction);
    int first = space.atoms().indexOf(other.addresses().first());
    int end = space.atoms().endOf(other.addresses());
    for (int unit : directory.units(subject)) {
      Row row = engine.row(direction, engine.classes().ofUnit(unit));
      for (int atom = first; atom < end; atom++) {
        if (engine.set(row.get(space.firstAtom() + atom)).contains(protocol, port)) {
          return true;
        }
      }
    }
    return false;
  }

  Decision decide(Connection connection) {
    int[] sources = units(connection.source());
    int[] destinations = units(connection.destination());
    @Nullable Decision first = null;
    for (int from : sources) {
      for (int to : destinations) {
        boolean skip =
            from >= 0 && from == to && isPod(from) && sources.length * destinations.length > 1;
        if (!skip) {
          Decision decision = decide(connection, from, to);
          if (decision.allowed()) {
            return decision;
          }
          first = first == null ? decision : first;
        }
      }
    }
    return first == null ? decide(connection, sources[0], destinations[0]) : first;
  }

  /** Returns the units of an endpoint; -1 stands for an address. */
  private int[] units(Endpoint endpoint) {
    return endpoint instanceof Endpoint.External ? new int[] {-1} : directory.units(endpoint);
  }

  private Decision decide(Connection connection, int from, int to) {
    boolean free =
        !connection.throughService() || options.selfThroughService() == SelfThroughService.ALLOWED;
    if (from >= 0 && from == to && isPod(from) && free) {
      return new Decision(
          always(Direction.EGRESS, Reason.SELF), always(Direction.INGRESS, Reason.SELF));
    }
    return new Decision(
        side(Direction.EGRESS, connection, from, to),
        side(Direction.INGRESS, connection, to, from));
  }

  private static SideDecision always(Direction direction, Reason reason) {
    return new SideDecision(direction, true, reason, List.of(), List.of());
  }

  private SideDecision side(Direction direction, Connection connection, int subject, int other) {
    if (subject < 0 || engine.isNode(subject)) {
      return always(direction, Reason.NOT_A_POD);
    }
    int podClass = engine.classes().ofUnit(subject);
    int destination = direction == Direction.EGRESS ? other : subject;
    List<Unit.Port> ports = destination < 0
        ? List.of()
        : engine.classes().get(engine.classes().ofUnit(destination)).namedPorts();
    int peer = peer(direction, connection, subject, other);
    boolean local = direction == Direction.INGRESS && engine.isLocalNode(podClass, peer);
    return new Decider(engine, direction, connection, peer, ports, local).decide(podClass);
  }

  private int peer(Direction direction, Connection connection, int subject, int other) {
    PeerSpace space = engine.spaceOf(direction);
    if (other < 0) {
      Endpoint end = direction == Direction.EGRESS ? connection.destination() : connection.source();
      IpAddress address = ((Endpoint.External) end).addresses().first();
      return space.firstAtom() + space.atoms().indexOf(address);
    }
    int podClass = engine.classes().ofUnit(other);
    AddressFamily family = PodClass.family(
        engine.classes().get(engine.classes().ofUnit(subject)),
        engine.classes().get(podClass),
        connection.family());
    return space.ofClass(podClass, family);
  }
}
