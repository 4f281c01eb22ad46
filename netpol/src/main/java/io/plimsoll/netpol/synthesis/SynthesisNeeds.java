package io.plimsoll.netpol.synthesis;

import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.PeerSpace;
import io.plimsoll.netpol.engine.Row;
import io.plimsoll.netpol.network.Directory;
import io.plimsoll.netpol.network.Workings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the rules of each group of pods have to allow in each direction, so that all that is wanted is, beside what is anyway. */
final class SynthesisNeeds {

  /**
   * What the rules of one group have to allow in one direction.
   *
   * @param pods the connections with each group
   * @param wantedAddresses the wanted connections with addresses
   * @param classes the classes of pods that these are wanted of
   */
  private record Need(
      Map<Integer, ConnectionSet> pods, AddressBlocks wantedAddresses, Set<Integer> classes) {}

  private final Directory directory;
  private final Engine engine;
  private final PodGroups groups;
  private final Map<Direction, List<Need>> needs = new EnumMap<>(Direction.class);

  /** Makes needs beyond what the policies of a cluster allow on each side, all of whose pods are isolated. */
  SynthesisNeeds(Workings base, PodGroups groups) {
    this.directory = base.directory();
    this.engine = base.engine();
    this.groups = groups;
    for (Direction direction : Direction.values()) {
      List<Need> all = new ArrayList<>();
      for (int i = 0; i < groups.size(); i++) {
        all.add(new Need(new TreeMap<>(), new AddressBlocks(), new TreeSet<>()));
      }
      needs.put(direction, all);
    }
  }

  /** Returns the connections with each group that the rules of a group have to allow. */
  Map<Integer, ConnectionSet> pods(Direction direction, int group) {
    return of(direction, group).pods;
  }

  private Need of(Direction direction, int group) {
    return needs.getOrDefault(direction, List.of()).get(group);
  }

  /**
   * Adds what is wanted.
   *
   * @throws IllegalArgumentException if neither side is a pod or workload, or there is none of that name
   */
  void add(ConnectionLine line) {
    if (line.source() instanceof Endpoint.External
        && line.destination() instanceof Endpoint.External) {
      throw new IllegalArgumentException("no pod or workload on either side: \"" + line + "\"");
    }
    if (line.source() instanceof Endpoint.External from) {
      add(Direction.INGRESS, line.destination(), from.addresses(), line.connections());
    } else if (line.destination() instanceof Endpoint.External to) {
      add(Direction.EGRESS, line.source(), to.addresses(), line.connections());
    } else {
      for (int source : unlike(line.source())) {
        for (int destination : unlike(line.destination())) {
          if (!line.isWithinPod()) {
            add(source, destination, line.connections());
          }
        }
      }
    }
  }

  /** Returns the pods of an endpoint, of those that nothing tells apart one. */
  private Collection<Integer> unlike(Endpoint endpoint) {
    Map<List<Integer>, Integer> unlike = new LinkedHashMap<>();
    for (int unit : directory.units(endpoint)) {
      unlike.putIfAbsent(List.of(engine.classes().ofUnit(unit), groups.ofUnit(unit)), unit);
    }
    return unlike.values();
  }

  private void add(int source, int destination, ConnectionSet wanted) {
    int from = engine.classes().ofUnit(source);
    int to = engine.classes().ofUnit(destination);
    AddressFamily family = engine.classes().family(from, to);
    int fromGroup = groups.ofUnit(source);
    int toGroup = groups.ofUnit(destination);
    if (fromGroup >= 0 && toGroup >= 0) {
      ConnectionSet out = wanted.minus(engine.set(engine.egress(from, to, family)));
      ConnectionSet in = wanted.minus(engine.set(engine.ingress(from, to, family)));
      add(of(Direction.EGRESS, fromGroup), toGroup, out);
      add(of(Direction.INGRESS, toGroup), fromGroup, in);
    }
  }

  private static void add(Need need, int group, ConnectionSet connections) {
    if (!connections.isEmpty()) {
      need.pods.merge(group, connections, ConnectionSet::union);
    }
  }

  private void add(
      Direction direction, Endpoint endpoint, AddressRange addresses, ConnectionSet wanted) {
    for (int unit : unlike(endpoint)) {
      int group = groups.ofUnit(unit);
      if (group >= 0) {
        of(direction, group).classes.add(engine.classes().ofUnit(unit));
        of(direction, group).wantedAddresses.add(addresses, wanted);
      }
    }
  }

  /**
   * Returns the connections with addresses that the rules of a group have to allow, by their connections. A range only a part of
   * which is allowed anyway, such as the addresses of the pods' own nodes, stays whole: it reads better.
   */
  Map<ConnectionSet, List<AddressRange>> addresses(Direction direction, int group) {
    Need need = of(direction, group);
    Map<ConnectionSet, List<AddressRange>> needed = new LinkedHashMap<>();
    need.wantedAddresses.ranges().forEach((connections, ranges) -> {
      List<AddressRange> some = ranges.stream()
          .filter(range ->
              need.classes.stream().anyMatch(one -> !isAllowed(direction, one, range, connections)))
          .toList();
      if (!some.isEmpty()) {
        needed.put(connections, some);
      }
    });
    return needed;
  }

  private boolean isAllowed(
      Direction direction, int podClass, AddressRange range, ConnectionSet connections) {
    PeerSpace space = engine.spaceOf(direction);
    Row row = engine.row(direction, podClass);
    int end = space.atoms().endOf(range);
    for (int atom = space.atoms().indexOf(range.first()); atom < end; atom++) {
      if (!engine.set(row.get(space.firstAtom() + atom)).containsAll(connections)) {
        return false;
      }
    }
    return true;
  }
}
