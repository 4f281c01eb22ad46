package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.PeerSpace;
import io.plimsoll.netpol.engine.Row;
import io.plimsoll.netpol.network.Directory;
import io.plimsoll.netpol.network.Workings;
import io.plimsoll.netpol.way.Entrances;

/** Answers to questions about two endpoints. */
final class Questions {

  private final Engine engine;
  private final Directory directory;
  private final Entrances entrances;

  Questions(Workings workings) {
    this.engine = workings.engine();
    this.directory = workings.directory();
    this.entrances = workings.entrances();
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
    ConnectionSet allowed = engine.between(from, to);
    return from == entrances.controller() ? allowed.intersect(entrances.offered(to)) : allowed;
  }

  private boolean isPod(int unit) {
    return engine.inventory().units().get(unit).pod() != null;
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
    AddressFamily family = engine.classes().family(source, destination);
    return engine.set(engine.egress(source, destination, family)).contains(protocol, port)
        && engine.set(engine.ingress(source, destination, family)).contains(protocol, port)
        && (from != entrances.controller() || entrances.offered(to).contains(protocol, port));
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
}
