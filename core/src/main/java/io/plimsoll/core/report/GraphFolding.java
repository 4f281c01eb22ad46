package io.plimsoll.core.report;

import io.plimsoll.core.report.Graph.Edge;
import io.plimsoll.core.report.Graph.Node;
import io.plimsoll.core.report.Graph.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a picture smaller, step by step, by making one node of several. */
final class GraphFolding {

  /** What is left of any picture in the end: an arrow from each shape to each. */
  static final int FEWEST_EDGES = Shape.values().length * Shape.values().length;

  /** So many labels of nodes or arrows that became one are shown. */
  private static final int SHOWN = 3;

  private final Graph graph;

  GraphFolding(Graph graph) {
    this.graph = graph;
  }

  /** Returns the largest picture that will do; the smallest there is if none does. */
  Graph first(Predicate<Graph> willDo) {
    if (willDo.test(graph)) {
      return graph;
    }
    Graph alike = fold(alike(), "that have the same arrows");
    if (willDo.test(alike)) {
      return alike;
    }
    Graph byGroup = fold(node -> new GroupKey(node.group(), node.shape()), "of each group");
    return willDo.test(byGroup) ? byGroup : fold(Node::shape, "of all groups");
  }

  private record GroupKey(String group, Shape shape) {}

  private record AlikeKey(String group, Shape shape, Set<String> arrows) {}

  private Function<Node, Object> alike() {
    Map<String, Set<String>> arrows = new HashMap<>();
    for (Edge edge : graph.edges()) {
      arrows
          .computeIfAbsent(edge.from(), id -> new TreeSet<>())
          .add("to " + edge.to() + "\n" + edge.label());
      arrows
          .computeIfAbsent(edge.to(), id -> new TreeSet<>())
          .add("from " + edge.from() + "\n" + edge.label());
    }
    return node ->
        new AlikeKey(node.group(), node.shape(), arrows.getOrDefault(node.id(), Set.of()));
  }

  private Graph fold(Function<Node, ? extends Object> key, String which) {
    Map<Object, List<Node>> parts = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      parts.computeIfAbsent(key.apply(node), k -> new ArrayList<>()).add(node);
    }
    List<Node> nodes = new ArrayList<>();
    Map<String, String> ids = new HashMap<>();
    for (List<Node> part : parts.values()) {
      Node first = part.get(0);
      part.forEach(node -> ids.put(node.id(), first.id()));
      boolean together = part.stream().allMatch(node -> node.group().equals(first.group()));
      nodes.add(new Node(
          first.id(),
          summary(part.stream().map(Node::label).toList()),
          together ? first.group() : "",
          first.shape()));
    }
    List<String> notes = new ArrayList<>(graph.notes());
    notes.add("folded: " + graph.nodes().size() + " nodes are drawn as " + nodes.size() + ", those "
        + which + " as one");
    return new Graph(nodes, edges(ids), notes);
  }

  private List<Edge> edges(Map<String, String> ids) {
    Map<List<String>, Set<String>> labels = new LinkedHashMap<>();
    for (Edge edge : graph.edges()) {
      labels
          .computeIfAbsent(
              List.of(ids.get(edge.from()), ids.get(edge.to())), ends -> new LinkedHashSet<>())
          .add(edge.label());
    }
    List<Edge> edges = new ArrayList<>();
    labels.forEach((ends, texts) ->
        edges.add(new Edge(ends.get(0), ends.get(1), summary(List.copyOf(texts)))));
    return edges;
  }

  private static String summary(List<String> labels) {
    List<String> shown = new ArrayList<>(labels.subList(0, Math.min(SHOWN, labels.size())));
    if (labels.size() > SHOWN) {
      shown.add("and " + (labels.size() - SHOWN) + " more");
    }
    return String.join("\n", shown);
  }
}
