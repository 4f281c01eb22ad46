package io.plimsoll.core.report;

import io.plimsoll.core.report.Graph.Edge;
import io.plimsoll.core.report.Graph.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture as Mermaid, which GitHub and GitLab draw where a text has it in a {@code mermaid} block.
 *
 * <p>Mermaid refuses more than 500 arrows or 50,000 characters, so a large picture is {@linkplain Graph#folded folded}.
 */
public final class MermaidWriter {

  private static final int MAX_EDGES = 500;
  private static final int MAX_LENGTH = 50_000;

  private final StringBuilder out = new StringBuilder("flowchart LR\n");
  private final Map<String, String> ids = new HashMap<>();

  private MermaidWriter() {}

  /** Returns the picture, from left to right; lines end in {@code \n}. */
  public static String of(Graph graph) {
    return write(new GraphFolding(graph)
        .first(smaller ->
            smaller.edges().size() <= MAX_EDGES && write(smaller).length() <= MAX_LENGTH));
  }

  private static String write(Graph graph) {
    MermaidWriter writer = new MermaidWriter();
    writer.nodes(graph);
    graph.edges().forEach(writer::edge);
    for (int i = 0; i < graph.notes().size(); i++) {
      writer.out.append("  note").append(i + 1).append('>');
      writer.text(graph.notes().get(i)).append("]\n");
    }
    return writer.out.toString();
  }

  private void nodes(Graph graph) {
    graph.nodes().forEach(node -> ids.put(node.id(), "n" + (ids.size() + 1)));
    int number = 0;
    for (Map.Entry<String, List<Node>> group : graph.groups().entrySet()) {
      if (group.getKey().isEmpty()) {
        group.getValue().forEach(node -> node(node, "  "));
        continue;
      }
      out.append("  subgraph g").append(++number).append('[');
      text(group.getKey()).append("]\n");
      group.getValue().forEach(node -> node(node, "    "));
      out.append("  end\n");
    }
  }

  private void node(Node node, String indent) {
    String open = switch (node.shape()) {
      case BOX -> "[";
      case ROUND -> "([";
      case HEXAGON -> "{{";
      case CYLINDER -> "[(";
    };
    String close = switch (node.shape()) {
      case BOX -> "]";
      case ROUND -> "])";
      case HEXAGON -> "}}";
      case CYLINDER -> ")]";
    };
    out.append(indent).append(ids.get(node.id())).append(open);
    text(node.label()).append(close).append('\n');
  }

  private void edge(Edge edge) {
    out.append("  ").append(ids.get(edge.from())).append(" -->");
    if (!edge.label().isEmpty()) {
      out.append('|');
      text(edge.label()).append('|');
    }
    out.append(' ').append(ids.get(edge.to())).append('\n');
  }

  /** Writes a text in quotes; what Mermaid or HTML would take for its own becomes an entity. */
  private StringBuilder text(String text) {
    out.append('"');
    PictureText.shown(text).codePoints().forEach(c -> {
      switch (c) {
        case '\n' -> out.append("<br/>");
        case '"' -> out.append("#quot;");
        case '<' -> out.append("#lt;");
        case '>' -> out.append("#gt;");
        case '&' -> out.append("#amp;");
        // A back quote starts Markdown, a number sign an entity, and percent signs a directive.
        case '#', '`', '%', '\\' -> out.append('#').append(c).append(';');
        default -> out.appendCodePoint(c);
      }
    });
    return out.append('"');
  }
}
