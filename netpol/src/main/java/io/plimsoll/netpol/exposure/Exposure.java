package io.plimsoll.netpol.exposure;

import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.AddressAtoms;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.PeerSpace;
import io.plimsoll.netpol.network.Directory;
import io.plimsoll.netpol.network.Workings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * To whom outside of the given manifests workloads are open: any pod at all, pods that rules describe by labels, and addresses.
 *
 * <p>A pod that a rule describes has exactly the labels that the rule asks for. On its own side the policies of administrators
 * apply, NetworkPolicies do not: those that its namespace may have are not known. A line about such pods is there only if its
 * connections are not those of the entire cluster.
 */
public final class Exposure {

  private final Engine known;
  private final Directory directory;
  private final Strangers strangers;
  private final Engine engine;

  private Exposure(Workings workings) {
    this.known = workings.engine();
    this.directory = workings.directory();
    this.strangers = new Strangers(known);
    this.engine = new Engine(strangers.inventory(), known.reading());
  }

  /** Returns to whom the workloads of a cluster are open. */
  public static Exposure of(Connectivity network) {
    return new Exposure(network.workings());
  }

  /** Returns all lines, made as they are read: by workload, egress first; the entire cluster, pods, then addresses. */
  public Stream<ExposureLine> lines() {
    return IntStream.range(0, directory.listed().size())
        .boxed()
        .flatMap(workload ->
            Stream.concat(lines(workload, Direction.EGRESS), lines(workload, Direction.INGRESS)));
  }

  /**
   * Returns the lines of one workload, or pod, of lists in a direction.
   *
   * @throws IllegalArgumentException if lists do not have it
   */
  public List<ExposureLine> lines(Endpoint workload, Direction direction) {
    int number = Collections.binarySearch(directory.listed(), workload);
    if (number < 0) {
      throw new IllegalArgumentException("not in lists: \"" + workload + "\"");
    }
    return lines(number, direction).toList();
  }

  /** Returns the workloads some of whose pods no policy protects, in order, egress first. */
  public List<Unprotected> unprotected() {
    List<Unprotected> result = new ArrayList<>();
    List<Endpoint> listed = directory.listed();
    for (int i = 0; i < listed.size(); i++) {
      for (Direction direction : List.of(Direction.EGRESS, Direction.INGRESS)) {
        IntPredicate open = one -> known.policies(direction, one).isEmpty();
        if (IntStream.of(directory.classesOf(i)).anyMatch(open)) {
          result.add(new Unprotected(listed.get(i), direction));
        }
      }
    }
    return result;
  }

  private Stream<ExposureLine> lines(int workload, Direction direction) {
    Endpoint endpoint = directory.listed().get(workload);
    int[] units = unlike(directory.units(endpoint));
    List<ExposureLine> lines = new ArrayList<>();
    ConnectionSet anyone = ConnectionSet.NONE;
    for (int unit : units) {
      anyone = anyone.union(allowed(direction, unit, strangers.anyone()));
    }
    if (!anyone.isEmpty()) {
      lines.add(new ExposureLine(endpoint, direction, new ExposedPeer.EntireCluster(), anyone));
    }
    for (Strangers.Stranger stranger : strangers.all()) {
      ConnectionSet both = ConnectionSet.NONE;
      for (int unit : units) {
        ConnectionSet here = allowed(direction, unit, stranger.unit());
        both = both.union(
            here.isEmpty()
                ? here
                : here.intersect(allowed(direction.opposite(), stranger.unit(), unit)));
      }
      if (!both.equals(anyone)) {
        lines.add(new ExposureLine(endpoint, direction, stranger.peer(), both));
      }
    }
    AddressAtoms atoms = known.spaceOf(direction).atoms();
    addresses(workload, direction).forEach((atom, connections) -> {
      ExposedPeer peer = new ExposedPeer.Addresses(atoms.range(atom));
      lines.add(new ExposureLine(endpoint, direction, peer, connections));
    });
    return lines.stream();
  }

  /** Returns what a workload may be reached by, or reach, by the atoms of addresses, in order. */
  private Map<Integer, ConnectionSet> addresses(int workload, Direction direction) {
    PeerSpace space = known.spaceOf(direction);
    boolean v6 = known.inventory().speaksV6();
    Map<Integer, ConnectionSet> byAtom = new TreeMap<>();
    for (int one : directory.classesOf(workload)) {
      known.row(direction, one).forEach(space.firstAtom(), space.size(), (peer, connections) -> {
        int atom = peer - space.firstAtom();
        if (v6 || space.atoms().family(atom) == AddressFamily.IPV4) {
          byAtom.merge(atom, known.set(connections), ConnectionSet::union);
        }
      });
    }
    return byAtom;
  }

  /** Returns one of those pods that are alike in everything that matters. */
  private int[] unlike(int[] units) {
    Set<Integer> classes = new HashSet<>();
    return IntStream.of(units)
        .filter(unit -> classes.add(engine.classes().ofUnit(unit)))
        .toArray();
  }

  /** Returns what a pod's own side allows with another. */
  private ConnectionSet allowed(Direction direction, int unit, int other) {
    int here = engine.classes().ofUnit(unit);
    int there = engine.classes().ofUnit(other);
    AddressFamily family = engine.classes().family(here, there);
    int peer = engine.spaceOf(direction).ofClass(there, family);
    return engine.set(engine.row(direction, here).get(peer));
  }
}
