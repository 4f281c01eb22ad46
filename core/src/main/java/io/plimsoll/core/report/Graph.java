package io.plimsoll.core.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A picture as data: nodes, some of them in named groups, and arrows between them. The order of both is that of the output.
 *
 * @param nodes the nodes
 * @param edges the arrows
 * @param notes remarks that are shown beside the picture, such as what was left out
 */
public record Graph(List<Node> nodes, List<Edge> edges, List<String> notes) {

  /**
   * Checks that the picture can be drawn.
   *
   * @throws IllegalArgumentException if two nodes share an identifier, or an arrow is tied to no node
   */
  public Graph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    notes = List.copyOf(notes);
    Set<String> ids = new HashSet<>();
    for (Node node : nodes) {
      if (!ids.add(node.id())) {
        throw new IllegalArgumentException("two nodes are \"" + node.id() + "\"");
      }
    }
    for (Edge edge : edges) {
      for (String end : List.of(edge.from(), edge.to())) {
        if (!ids.contains(end)) {
          throw new IllegalArgumentException("no node is \"" + end + "\"");
        }
      }
    }
  }

  /** What a node looks like. */
  public enum Shape {
    /** A rectangle. */
    BOX,
    /** A rectangle with round ends. */
    ROUND,
    /** A hexagon. */
    HEXAGON,
    /** A drum. */
    CYLINDER
  }

  /**
   * A node.
   *
   * @param id any text that no other node has; it is not shown
   * @param label what is shown; line breaks are kept
   * @param group the name of the frame the node is drawn in, empty for none
   * @param shape what it looks like
   */
  public record Node(String id, String label, String group, Shape shape) {}

  /**
   * An arrow.
   *
   * @param from the identifier of the node where it starts
   * @param to the identifier of the node where it ends
   * @param label what is written beside it, empty for nothing
   */
  public record Edge(String from, String to, String label) {}

  /** Returns a picture without remarks. */
  public static Graph of(List<Node> nodes, List<Edge> edges) {
    return new Graph(nodes, edges, List.of());
  }

  /** Returns the nodes of each group, those without a group first. */
  Map<String, List<Node>> groups() {
    Map<String, List<Node>> groups = new LinkedHashMap<>();
    groups.put("", new ArrayList<>());
    for (Node node : nodes) {
      groups.computeIfAbsent(node.group(), group -> new ArrayList<>()).add(node);
    }
    return groups;
  }

  /**
   * Returns a picture of at most so many arrows: this one if it is small enough.
   *
   * <p>Otherwise nodes are made one, as little as will do: first those of a group that look alike and have the same arrows, then
   * all of a group that look alike, then all that look alike. A remark says what was done. A picture can always be made to have
   * 16 arrows.
   *
   * @throws IllegalArgumentException if less than 16 arrows are asked for
   */
  public Graph folded(int maxEdges) {
    if (maxEdges < GraphFolding.FEWEST_EDGES) {
      throw new IllegalArgumentException("not so few arrows: \"" + maxEdges + "\"");
    }
    return new GraphFolding(this).first(graph -> graph.edges().size() <= maxEdges);
  }
}
