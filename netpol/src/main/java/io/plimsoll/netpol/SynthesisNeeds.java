package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.IpAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the rules of each group of pods have to allow in each direction, so that all that is wanted is, beside what is anyway. */
final class SynthesisNeeds {

  /**
   * What the rules of one group have to allow in one direction.
   *
   * @param pods the connections with each group
   * @param addresses the connections with addresses
   */
  record Need(Map<Integer, ConnectionSet> pods, AddressBlocks addresses) {}

  /** A pod, and whether it is one of which there is no other. */
  private record Alike(int unit, boolean isOnePod) {}

  private final Connectivity base;
  private final Engine engine;
  private final PodGroups groups;
  private final Map<Direction, List<Need>> needs = new EnumMap<>(Direction.class);

  /** Makes needs beyond what the policies of a cluster allow on each side, all of whose pods are isolated. */
  SynthesisNeeds(Connectivity base, PodGroups groups) {
    this.base = base;
    this.engine = base.engine();
    this.groups = groups;
    for (Direction direction : Direction.values()) {
      List<Need> all = new ArrayList<>();
      for (int i = 0; i < groups.size(); i++) {
        all.add(new Need(new TreeMap<>(), new AddressBlocks()));
      }
      needs.put(direction, all);
    }
  }

  Need of(Direction direction, int group) {
    return needs.getOrDefault(direction, List.of()).get(group);
  }

  /**
   * Adds what is wanted.
   *
   * @throws IllegalArgumentException if neither side is a pod or workload, or there is none of that name
   */
  void add(ConnectionLine line) {
    if (line.source() instanceof Endpoint.External from) {
      add(Direction.INGRESS, line.destination(), from.addresses(), line.connections());
    } else if (line.destination() instanceof Endpoint.External to) {
      add(Direction.EGRESS, line.source(), to.addresses(), line.connections());
    } else {
      for (Alike source : unlike(line.source())) {
        for (Alike destination : unlike(line.destination())) {
          // A pod reaches itself by its own address whatever policies say.
          if (source.unit != destination.unit || !source.isOnePod) {
            add(source.unit, destination.unit, line.connections());
          }
        }
      }
    }
  }

  /** Returns the pods of an endpoint, of those that nothing tells apart one. */
  private List<Alike> unlike(Endpoint endpoint) {
    Map<List<Integer>, Alike> alike = new LinkedHashMap<>();
    for (int unit : base.directory().units(endpoint)) {
      boolean pod = engine.inventory().units().get(unit).pod() != null;
      alike.merge(
          List.of(engine.classes().ofUnit(unit), groups.ofUnit(unit)),
          new Alike(unit, pod),
          (first, next) -> new Alike(first.unit, false));
    }
    return List.copyOf(alike.values());
  }

  private void add(int source, int destination, ConnectionSet wanted) {
    int from = engine.classes().ofUnit(source);
    int to = engine.classes().ofUnit(destination);
    AddressFamily family =
        PodClass.family(engine.classes().get(from), engine.classes().get(to));
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
    PeerSpace space = engine.spaceOf(direction);
    for (Alike one : unlike(endpoint)) {
      int group = groups.ofUnit(one.unit);
      Row row = engine.row(direction, engine.classes().ofUnit(one.unit));
      int end = space.atoms().endOf(addresses);
      for (int atom = space.atoms().indexOf(addresses.first()); group >= 0 && atom < end; atom++) {
        ConnectionSet rest = wanted.minus(engine.set(row.get(space.firstAtom() + atom)));
        if (!rest.isEmpty()) {
          of(direction, group).addresses.add(common(addresses, space.atoms().range(atom)), rest);
        }
      }
    }
  }

  private static AddressRange common(AddressRange a, AddressRange b) {
    IpAddress first = a.first().compareTo(b.first()) > 0 ? a.first() : b.first();
    IpAddress last = a.last().compareTo(b.last()) < 0 ? a.last() : b.last();
    return new AddressRange(first, last);
  }
}
