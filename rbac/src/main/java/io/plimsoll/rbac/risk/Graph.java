package io.plimsoll.rbac.risk;

import io.plimsoll.rbac.risk.Target.Arrival;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** All nodes that can be reached from some, with their edges. Read-only once made. */
final class Graph {

  private final Map<Node, Integer> numbers = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<List<Edge>> edges = new ArrayList<>();

  /** For each node, the targets it is in. */
  private final List<List<Target>> targetsOf = new ArrayList<>();

  /** For each target, the nodes that have an edge to it. */
  private final IdentityHashMap<Target, List<Integer>> sources = new IdentityHashMap<>();

  private final SortedSet<Goal> goals = new TreeSet<>();

  /** Explores from some nodes, each once. */
  Graph(Collection<? extends Node> from, Function<Node, List<Edge>> edgesOf) {
    from.forEach(this::add);
    for (int at = 0; at < nodes.size(); at++) {
      List<Edge> found = edgesOf.apply(nodes.get(at));
      edges.add(found);
      for (Edge edge : found) {
        arrive(at, edge.target());
      }
    }
  }

  private int add(Node node) {
    Integer known = numbers.get(node);
    if (known != null) {
      return known;
    }
    numbers.put(node, nodes.size());
    nodes.add(node);
    targetsOf.add(new ArrayList<>(1));
    if (node instanceof Node.Reached reached) {
      goals.add(reached.goal());
    }
    return nodes.size() - 1;
  }

  private void arrive(int source, Target target) {
    List<Integer> known = sources.get(target);
    if (known == null) {
      known = new ArrayList<>(1);
      sources.put(target, known);
      for (Arrival arrival : target.arrivals()) {
        targetsOf.get(add(arrival.node())).add(target);
      }
    }
    if (known.isEmpty() || known.get(known.size() - 1) != source) {
      known.add(source);
    }
  }

  int size() {
    return nodes.size();
  }

  Node node(int number) {
    return nodes.get(number);
  }

  /** Returns the number of a node, if it was reached. */
  Optional<Integer> find(Node node) {
    return Optional.ofNullable(numbers.get(node));
  }

  List<Edge> edges(int node) {
    return edges.get(node);
  }

  List<Target> targetsOf(int node) {
    return targetsOf.get(node);
  }

  List<Integer> sources(Target target) {
    return sources.getOrDefault(target, List.of());
  }

  /** Returns the goals that were reached, the gravest first. */
  SortedSet<Goal> goals() {
    return goals;
  }
}
