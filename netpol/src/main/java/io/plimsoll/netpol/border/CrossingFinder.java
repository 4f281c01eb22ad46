package io.plimsoll.netpol.border;

import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.ConnectionTable;
import io.plimsoll.netpol.engine.Destinations;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.network.Directory;
import io.plimsoll.netpol.network.Workings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds what crosses the borders of namespaces, in classes of pods first: which classes each may connect to, by which connections.
 *
 * <p>Where much is open, the peers of each namespace are those of all others, but for itself. So the peers are looked for as they
 * are and without the namespace's own classes among those that others have already, and are not listed anew.
 */
final class CrossingFinder {

  private static final Comparator<Crossing> ORDER = Comparator.comparing(
          (Crossing crossing) -> crossing.others().get(0))
      .thenComparing(crossing -> crossing.workloads().get(0))
      .thenComparing(crossing -> crossing.connections().toString())
      .thenComparing(Crossing::toString)
      .thenComparing(crossing -> crossing.peers().toString());

  private final Directory directory;
  private final ConnectionTable table;

  /** By class, its peers by the numbers of their connections. */
  private final Map<Direction, List<Map<Integer, BitSet>>> peers = new EnumMap<>(Direction.class);

  /** By namespace and class, the workloads that have such pods. */
  private final Map<String, Map<Integer, List<Endpoint>>> own = new LinkedHashMap<>();

  /** By class, in how many namespaces it has pods. */
  private final int[] homes;

  private final Map<BitSet, PeerWorkloads> known = new HashMap<>();
  private final Set<BitSet> seen = new HashSet<>();

  CrossingFinder(Workings workings) {
    Engine engine = workings.engine();
    this.directory = workings.directory();
    this.homes = new int[engine.classes().size()];
    for (int i = 0; i < directory.listed().size(); i++) {
      Endpoint endpoint = directory.listed().get(i);
      Map<Integer, List<Endpoint>> classes =
          own.computeIfAbsent(endpoint.namespace(), namespace -> new TreeMap<>());
      for (int one : directory.classesOf(i)) {
        classes.computeIfAbsent(one, c -> new ArrayList<>(1)).add(endpoint);
      }
    }
    own.values().forEach(classes -> classes.keySet().forEach(one -> homes[one]++));
    Destinations destinations = new Destinations(engine);
    this.table = destinations.table();
    for (Direction direction : Direction.values()) {
      List<Map<Integer, BitSet>> ofClass = new ArrayList<>();
      for (int i = 0; i < homes.length; i++) {
        ofClass.add(new TreeMap<>());
      }
      peers.put(direction, ofClass);
    }
    for (int i = 0; i < homes.length; i++) {
      int source = i;
      if (homes[i] > 0) {
        destinations.forEach(i, (destination, connections) -> {
          if (homes[destination] > 0) {
            add(Direction.EGRESS, source, connections, destination);
            add(Direction.INGRESS, destination, connections, source);
          }
        });
      }
    }
  }

  private List<Map<Integer, BitSet>> peers(Direction direction) {
    return peers.getOrDefault(direction, List.of());
  }

  private void add(Direction direction, int podClass, int connections, int peer) {
    peers(direction)
        .get(podClass)
        .computeIfAbsent(connections, c -> new BitSet(homes.length))
        .set(peer);
  }

  Map<Direction, Map<String, List<Crossing>>> find() {
    Map<Direction, Map<String, List<Crossing>>> found = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      Map<String, List<Crossing>> byNamespace = new HashMap<>();
      own.keySet().forEach(name -> byNamespace.put(name, find(name, direction)));
      found.put(direction, byNamespace);
    }
    return found;
  }

  private List<Crossing> find(String namespace, Direction direction) {
    Map<Integer, List<Endpoint>> classes = own.getOrDefault(namespace, Map.of());
    BitSet alone = new BitSet(homes.length);
    classes.keySet().stream().filter(one -> homes[one] == 1).forEach(alone::set);
    Map<BitSet, Optional<PeerWorkloads>> here = new HashMap<>();
    Map<Integer, IdentityHashMap<PeerWorkloads, TreeSet<Endpoint>>> alike = new TreeMap<>();
    classes.forEach((one, workloads) -> peers(direction)
        .get(one)
        .forEach((connections, all) -> here.computeIfAbsent(
                all, set -> beyond(namespace, set, alone))
            .ifPresent(others -> alike
                .computeIfAbsent(connections, c -> new IdentityHashMap<>())
                .computeIfAbsent(others, o -> new TreeSet<>())
                .addAll(workloads))));
    List<Crossing> crossings = new ArrayList<>();
    alike.forEach(
        (connections, byPeers) -> byPeers.forEach((others, workloads) -> crossings.add(new Crossing(
            namespace, direction, List.copyOf(workloads), others, table.get(connections)))));
    crossings.sort(ORDER);
    return List.copyOf(crossings);
  }

  /** Returns peers of which those in other namespaces are wanted, if there are such. */
  private Optional<PeerWorkloads> beyond(String namespace, BitSet all, BitSet alone) {
    BitSet others = (BitSet) all.clone();
    others.andNot(alone);
    PeerWorkloads found = known.get(others);
    found = found == null ? known.get(all) : found;
    if (found == null) {
      BitSet wanted = seen.add(all) ? others : all;
      found = listed(wanted);
      known.put(wanted, found);
    }
    boolean none = found.byNamespace().isEmpty()
        || (found.byNamespace().size() == 1 && found.byNamespace().containsKey(namespace));
    return none ? Optional.empty() : Optional.of(found);
  }

  private PeerWorkloads listed(BitSet classes) {
    SortedMap<String, TreeSet<Endpoint>> byNamespace = new TreeMap<>();
    classes.stream().forEach(one -> {
      for (int peer : directory.listedOf(one)) {
        Endpoint endpoint = directory.listed().get(peer);
        byNamespace.computeIfAbsent(endpoint.namespace(), n -> new TreeSet<>()).add(endpoint);
      }
    });
    SortedMap<String, List<Endpoint>> lists = new TreeMap<>();
    byNamespace.forEach((namespace, endpoints) -> lists.put(namespace, List.copyOf(endpoints)));
    return new PeerWorkloads(lists);
  }
}
