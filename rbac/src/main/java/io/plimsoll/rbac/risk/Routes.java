package io.plimsoll.rbac.risk;

import io.plimsoll.rbac.risk.Target.Arrival;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The shortest ways to one goal from everywhere: a breadth-first search against the edges. Each target and each edge is looked
 * at once, so that the cost grows with the graph and not with the pairs of nodes.
 */
final class Routes {

  private static final int UNREACHED = Integer.MAX_VALUE;

  private final Graph graph;
  private final int[] distances;

  /** For each target, the nearest place to arrive at: of several, the first. */
  private final IdentityHashMap<Target, Integer> nearest = new IdentityHashMap<>();

  Routes(Graph graph, Goal goal) {
    this.graph = graph;
    this.distances = new int[graph.size()];
    Arrays.fill(distances, UNREACHED);
    graph.find(new Node.Reached(goal)).ifPresent(this::search);
  }

  private void search(int goal) {
    distances[goal] = 0;
    List<Integer> level = List.of(goal);
    for (int distance = 1; !level.isEmpty(); distance++) {
      List<Integer> next = new ArrayList<>();
      for (int node : level) {
        for (Target target : graph.targetsOf(node)) {
          if (nearest.putIfAbsent(target, distance - 1) == null) {
            for (int source : graph.sources(target)) {
              if (distances[source] == UNREACHED) {
                distances[source] = distance;
                next.add(source);
              }
            }
          }
        }
      }
      level = next;
    }
  }

  /** Whether the goal can be reached from a node. */
  boolean isReachable(int node) {
    return distances[node] != UNREACHED;
  }

  /** Returns how many steps it takes from a node from which the goal can be reached. */
  int distance(int node) {
    return distances[node];
  }

  /** Returns the first edge, in order, that leads nearer. */
  Edge next(int node) {
    for (Edge edge : graph.edges(node)) {
      Integer after = nearest.get(edge.target());
      if (after != null && after == distances[node] - 1) {
        return edge;
      }
    }
    throw new IllegalArgumentException("nothing leads on from node \"" + node + "\"");
  }

  /** Returns the first place to arrive at by an edge that {@link #next} returned. */
  Arrival arrival(Edge edge) {
    int wanted = nearest.getOrDefault(edge.target(), UNREACHED);
    return edge.target().arrivals().stream()
        .filter(arrival ->
            graph.find(arrival.node()).filter(n -> distances[n] == wanted).isPresent())
        .findFirst()
        .orElseThrow();
  }
}
