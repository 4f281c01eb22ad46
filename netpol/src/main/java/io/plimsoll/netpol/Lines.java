package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.AddressAtoms;
import io.plimsoll.netpol.engine.ConnectionTable;
import io.plimsoll.netpol.engine.Destinations;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.PeerSpace;
import io.plimsoll.netpol.network.Directory;
import io.plimsoll.netpol.network.Workings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The lines of a list, made as they are asked for: for each source in order its destinations in order and then the addresses it
 * may reach, then for each destination the addresses that may reach it, then what ingress controllers may reach.
 */
final class Lines implements Iterator<ConnectionLine> {

  private final Workings workings;
  private final Engine engine;
  private final Directory directory;
  private final LineFilter filter;
  private final boolean selfPairs;
  private final boolean v6;
  private final Destinations destinations;
  private final ConnectionTable table;
  private final int wanted;
  private final int[] found;
  private final int[] touched;
  private int touchedCount;
  private int step;
  private Iterator<ConnectionLine> pending = List.<ConnectionLine>of().iterator();

  /**
   * Starts a list.
   *
   * @param selfPairs whether it has the connections among the pods of one workload
   * @param v6 whether it has addresses of IPv6
   */
  Lines(Workings workings, LineFilter filter, boolean selfPairs, boolean v6) {
    this.workings = workings;
    this.engine = workings.engine();
    this.directory = workings.directory();
    this.filter = filter;
    this.selfPairs = selfPairs;
    this.v6 = v6;
    this.destinations = new Destinations(engine);
    this.table = destinations.table();
    this.wanted = table.id(filter.connections());
    int most = Math.max(
        directory.listed().size(),
        Math.max(atoms(Direction.INGRESS).size(), atoms(Direction.EGRESS).size()));
    this.found = new int[most];
    this.touched = new int[most];
  }

  private AddressAtoms atoms(Direction direction) {
    return engine.spaceOf(direction).atoms();
  }

  @Override
  public boolean hasNext() {
    int peers = directory.listed().size();
    while (!pending.hasNext() && step <= 2 * peers) {
      if (step < peers) {
        pending = fromPods(step);
      } else if (step < 2 * peers) {
        pending = addressLines(Direction.INGRESS, step - peers).iterator();
      } else {
        pending = fromControllers().iterator();
      }
      step++;
    }
    return pending.hasNext();
  }

  @Override
  public ConnectionLine next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return pending.next();
  }

  private Iterator<ConnectionLine> fromPods(int source) {
    Endpoint from = directory.listed().get(source);
    if (!filter.wantsSource(from)) {
      return List.<ConnectionLine>of().iterator();
    }
    List<ConnectionLine> lines = new ArrayList<>();
    for (int one : directory.classesOf(source)) {
      destinations.forEach(one, (destination, connections) -> {
        for (int peer : directory.listedOf(destination)) {
          if (peer != source || selfPairs) {
            add(peer, connections);
          }
        }
      });
    }
    drain(lines, peer -> from, directory.listed()::get);
    lines.addAll(addressLines(Direction.EGRESS, source));
    return lines.iterator();
  }

  private List<ConnectionLine> fromControllers() {
    Endpoint controllers = new Endpoint.IngressController();
    List<ConnectionLine> lines = new ArrayList<>();
    workings.reachOfControllers(filter.connections()).forEach((endpoint, connections) -> {
      if (filter.wants(controllers, endpoint)) {
        lines.add(new ConnectionLine(controllers, endpoint, connections));
      }
    });
    return lines;
  }

  /** Returns the lines between a listed endpoint and addresses. */
  private List<ConnectionLine> addressLines(Direction direction, int subject) {
    List<ConnectionLine> lines = new ArrayList<>();
    Naming own = atom -> directory.listed().get(subject);
    Naming other = atom -> external(direction, atom);
    addresses(direction, subject);
    boolean out = direction == Direction.EGRESS;
    drain(lines, out ? own : other, out ? other : own);
    return lines;
  }

  private void addresses(Direction direction, int subject) {
    PeerSpace space = engine.spaceOf(direction);
    for (int one : directory.classesOf(subject)) {
      engine.row(direction, one).forEach(space.firstAtom(), space.size(), (peer, connections) -> {
        int atom = peer - space.firstAtom();
        if (v6 || space.atoms().family(atom) == AddressFamily.IPV4) {
          add(atom, connections);
        }
      });
    }
  }

  private Endpoint external(Direction direction, int atom) {
    return new Endpoint.External(atoms(direction).range(atom));
  }

  private void add(int peer, int connections) {
    int part = table.intersect(connections, wanted);
    if (part != ConnectionTable.NONE) {
      if (found[peer] == ConnectionTable.NONE) {
        touched[touchedCount++] = peer;
      }
      found[peer] = table.union(found[peer], part);
    }
  }

  /** Gives an endpoint for a number. */
  private interface Naming {
    Endpoint name(int number);
  }

  private void drain(List<ConnectionLine> lines, Naming source, Naming destination) {
    Arrays.sort(touched, 0, touchedCount);
    for (int i = 0; i < touchedCount; i++) {
      int peer = touched[i];
      Endpoint from = source.name(peer);
      Endpoint to = destination.name(peer);
      if (filter.wants(from, to)) {
        lines.add(new ConnectionLine(from, to, table.get(found[peer])));
      }
      found[peer] = ConnectionTable.NONE;
    }
    touchedCount = 0;
  }
}
