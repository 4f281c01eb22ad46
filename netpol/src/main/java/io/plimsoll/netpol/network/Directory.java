package io.plimsoll.netpol.network;

import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The endpoints of a cluster: which there are, what they are called, and which pods and classes of pods they are. */
public final class Directory {

  /** The endpoints of lists, in order. */
  private final List<Endpoint> listed;

  private final int[][] classesOf;
  private final int[][] listedOf;
  private final Map<Endpoint, int[]> units = new HashMap<>();

  /**
   * The same units by the endpoints that this directory hands out. Millions of questions are asked with those, and to hash the
   * texts of two of them takes longer than all the rest of an answer.
   */
  private final IdentityHashMap<Endpoint, int[]> unitsOfOwn = new IdentityHashMap<>();

  private final EndpointNames names;
  private final boolean byPod;

  /**
   * Makes a directory.
   *
   * @param byPod whether lists have each pod, and not the workloads
   */
  public Directory(Engine engine, boolean byPod) {
    this.byPod = byPod;
    List<Unit> all = engine.inventory().units();
    TreeMap<Endpoint, List<Integer>> peers = new TreeMap<>();
    Map<Endpoint, List<Integer>> byEndpoint = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Unit unit = all.get(i);
      byEndpoint.computeIfAbsent(unit.workload(), w -> new ArrayList<>(1)).add(i);
      if (!unit.endpoint().equals(unit.workload())) {
        byEndpoint.computeIfAbsent(unit.endpoint(), w -> new ArrayList<>(1)).add(i);
      }
      if (!(unit.workload() instanceof Endpoint.IngressController)) {
        peers.computeIfAbsent(listed(unit), p -> new ArrayList<>(1)).add(i);
      }
    }
    byEndpoint.forEach((endpoint, list) -> units.put(endpoint, toArray(list)));
    this.names = new EndpointNames(units.keySet());
    this.listed = List.copyOf(peers.keySet());
    listed.forEach(endpoint -> unitsOfOwn.put(endpoint, units(endpoint)));
    this.classesOf = new int[listed.size()][];
    List<List<Integer>> listedOfClass = new ArrayList<>();
    for (int i = 0; i < engine.classes().size(); i++) {
      listedOfClass.add(new ArrayList<>(1));
    }
    int at = 0;
    for (List<Integer> members : peers.values()) {
      TreeSet<Integer> classes = new TreeSet<>();
      members.forEach(unit -> classes.add(engine.classes().ofUnit(unit)));
      for (int one : classes) {
        listedOfClass.get(one).add(at);
      }
      classesOf[at++] = toArray(new ArrayList<>(classes));
    }
    this.listedOf = listedOfClass.stream().map(Directory::toArray).toArray(int[][]::new);
  }

  private static int[] toArray(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Returns the endpoint that a unit is, or is part of, in lists. */
  public Endpoint listed(Unit unit) {
    return byPod ? unit.endpoint() : unit.workload();
  }

  public List<Endpoint> listed() {
    return listed;
  }

  /** Returns the classes of the pods of a listed endpoint. */
  public int[] classesOf(int peer) {
    return classesOf[peer];
  }

  /** Returns the listed endpoints that have pods of a class, in order. */
  public int[] listedOf(int podClass) {
    return listedOf[podClass];
  }

  /** Returns whether there is such a pod or workload. */
  public boolean has(Endpoint endpoint) {
    return units.containsKey(endpoint);
  }

  /**
   * Returns the units of a pod or workload.
   *
   * @throws IllegalArgumentException if there is none
   */
  public int[] units(Endpoint endpoint) {
    int[] found = unitsOfOwn.get(endpoint);
    found = found == null ? units.get(endpoint) : found;
    if (found == null) {
      throw new IllegalArgumentException("no such pod or workload: \"" + endpoint + "\"");
    }
    return found;
  }

  /**
   * Returns the endpoint that a text names.
   *
   * @throws IllegalArgumentException if it names none, or several
   */
  public Endpoint find(String text) {
    return names.find(text);
  }
}
