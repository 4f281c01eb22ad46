package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.AddressAtoms;
import io.plimsoll.netpol.engine.Destinations;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.PeerSpace;
import io.plimsoll.netpol.engine.Row;
import io.plimsoll.netpol.network.Directory;
import io.plimsoll.netpol.network.Workings;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Connections as rectangles, made as they are asked for: pods of which the same policies decide, and that the same destinations
 * admit by the same connections, are sources of one group.
 */
final class Groups implements Iterator<ConnectionGroup> {

  private final Engine engine;
  private final Directory directory;
  private final boolean v6;
  private final Destinations destinations;
  private final Iterator<List<Integer>> outgoing;
  private final Iterator<List<Integer>> incoming;
  private Iterator<ConnectionGroup> pending = List.<ConnectionGroup>of().iterator();

  Groups(Workings workings, boolean v6) {
    this.engine = workings.engine();
    this.directory = workings.directory();
    this.v6 = v6;
    this.destinations = new Destinations(engine);
    this.outgoing = alike(Direction.EGRESS);
    this.incoming = alike(Direction.INGRESS);
  }

  /** Returns the classes that share a row, in the order of the first. */
  private Iterator<List<Integer>> alike(Direction direction) {
    IdentityHashMap<Row, List<Integer>> byRow = new IdentityHashMap<>();
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < engine.classes().size(); i++) {
      if (directory.listedOf(i).length > 0) {
        byRow
            .computeIfAbsent(engine.row(direction, i), row -> {
              lists.add(new ArrayList<>());
              return lists.get(lists.size() - 1);
            })
            .add(i);
      }
    }
    return lists.iterator();
  }

  @Override
  public boolean hasNext() {
    while (!pending.hasNext() && (outgoing.hasNext() || incoming.hasNext())) {
      pending = outgoing.hasNext() ? fromPods(outgoing.next()) : fromAddresses(incoming.next());
    }
    return pending.hasNext();
  }

  @Override
  public ConnectionGroup next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return pending.next();
  }

  private Iterator<ConnectionGroup> fromPods(List<Integer> sources) {
    Map<Map<Integer, TreeSet<Integer>>, List<Integer>> alike = new LinkedHashMap<>();
    for (int source : sources) {
      Map<Integer, TreeSet<Integer>> byConnections = new TreeMap<>();
      destinations.forEach(source, (destination, connections) -> {
        if (directory.listedOf(destination).length > 0) {
          byConnections.computeIfAbsent(connections, c -> new TreeSet<>()).add(destination);
        }
      });
      alike.computeIfAbsent(byConnections, b -> new ArrayList<>()).add(source);
    }
    List<ConnectionGroup> groups = new ArrayList<>();
    alike.forEach((byConnections, classes) -> byConnections.forEach((connections, to) -> groups.add(
        new ConnectionGroup(pods(classes), pods(to), destinations.table().get(connections)))));
    addresses(Direction.EGRESS, sources.get(0))
        .forEach((connections, atoms) -> groups.add(new ConnectionGroup(
            pods(sources), external(Direction.EGRESS, atoms), engine.set(connections))));
    return groups.iterator();
  }

  private Iterator<ConnectionGroup> fromAddresses(List<Integer> classes) {
    List<ConnectionGroup> groups = new ArrayList<>();
    addresses(Direction.INGRESS, classes.get(0))
        .forEach((connections, atoms) -> groups.add(new ConnectionGroup(
            external(Direction.INGRESS, atoms), pods(classes), engine.set(connections))));
    return groups.iterator();
  }

  private Map<Integer, List<Integer>> addresses(Direction direction, int podClass) {
    PeerSpace space = engine.spaceOf(direction);
    Map<Integer, List<Integer>> byConnections = new TreeMap<>();
    engine
        .row(direction, podClass)
        .forEach(space.firstAtom(), space.size(), (peer, connections) -> {
          int atom = peer - space.firstAtom();
          if (v6 || space.atoms().family(atom) == AddressFamily.IPV4) {
            byConnections.computeIfAbsent(connections, c -> new ArrayList<>()).add(atom);
          }
        });
    return byConnections;
  }

  private List<Endpoint> pods(Iterable<Integer> classes) {
    TreeSet<Endpoint> endpoints = new TreeSet<>();
    for (int one : classes) {
      for (int peer : directory.listedOf(one)) {
        endpoints.add(directory.listed().get(peer));
      }
    }
    return List.copyOf(endpoints);
  }

  private List<Endpoint> external(Direction direction, List<Integer> atoms) {
    AddressAtoms addresses = engine.spaceOf(direction).atoms();
    return atoms.stream()
        .<Endpoint>map(atom -> new Endpoint.External(addresses.range(atom)))
        .toList();
  }
}
