package io.plimsoll.core.report;

import io.plimsoll.core.report.Graph.Edge;
import io.plimsoll.core.report.Graph.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A picture in the language of Graphviz. It is written as it is: a large one can be {@linkplain Graph#folded folded} before. */
public final class DotWriter {

  private final StringBuilder out = new StringBuilder("digraph {\n  rankdir=LR;\n");
  private final Map<String, String> ids = new HashMap<>();

  private DotWriter() {}

  /** Returns the picture, from left to right; lines end in {@code \n}. */
  public static String of(Graph graph) {
    DotWriter writer = new DotWriter();
    writer.nodes(graph);
    graph.edges().forEach(writer::edge);
    for (int i = 0; i < graph.notes().size(); i++) {
      writer.node("note" + (i + 1), graph.notes().get(i), "note", "  ");
    }
    return writer.out.append("}\n").toString();
  }

  private void nodes(Graph graph) {
    graph.nodes().forEach(node -> ids.put(node.id(), "n" + (ids.size() + 1)));
    int number = 0;
    for (Map.Entry<String, List<Node>> group : graph.groups().entrySet()) {
      if (group.getKey().isEmpty()) {
        group.getValue().forEach(node -> node(node, "  "));
        continue;
      }
      out.append("  subgraph \"cluster_").append(++number).append("\" {\n    label=");
      text(group.getKey()).append(";\n");
      group.getValue().forEach(node -> node(node, "    "));
      out.append("  }\n");
    }
  }

  private void node(Node node, String indent) {
    String shape = switch (node.shape()) {
      case BOX -> "box";
      case ROUND -> "ellipse";
      case HEXAGON -> "hexagon";
      case CYLINDER -> "cylinder";
    };
    node(ids.getOrDefault(node.id(), ""), node.label(), shape, indent);
  }

  private void node(String id, String label, String shape, String indent) {
    out.append(indent).append('"').append(id).append("\" [label=");
    text(label).append(", shape=").append(shape).append("];\n");
  }

  private void edge(Edge edge) {
    out.append("  \"").append(ids.get(edge.from())).append("\" -> \"");
    out.append(ids.get(edge.to())).append('"');
    if (!edge.label().isEmpty()) {
      out.append(" [label=");
      text(edge.label()).append(']');
    }
    out.append(";\n");
  }

  private StringBuilder text(String text) {
    out.append('"');
    PictureText.shown(text).codePoints().forEach(c -> {
      switch (c) {
        case '\n' -> out.append("\\n");
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        default -> out.appendCodePoint(c);
      }
    });
    return out.append('"');
  }
}
