package io.plimsoll.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.report.Graph.Edge;
import io.plimsoll.core.report.Graph.Node;
import io.plimsoll.core.report.Graph.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphTest {

  private static final Graph SHOP = Graph.of(
      List.of(
          new Node("alice", "User alice", "", Shape.ROUND),
          new Node("web", "web", "shop", Shape.BOX),
          new Node("db", "db", "shop", Shape.CYLINDER),
          new Node("view", "ClusterRole\nview", "", Shape.HEXAGON)),
      List.of(new Edge("alice", "web", "uses"), new Edge("web", "db", "")));

  @Test
  void mermaidDrawsGroupsAsFrames() {
    assertThat(MermaidWriter.of(SHOP)).isEqualTo("""
        flowchart LR
          n1(["User alice"])
          n4{{"ClusterRole<br/>view"}}
          subgraph g1["shop"]
            n2["web"]
            n3[("db")]
          end
          n1 -->|"uses"| n2
          n2 --> n3
        """);
  }

  @Test
  void dotDrawsGroupsAsClusters() {
    assertThat(DotWriter.of(SHOP)).isEqualTo("""
        digraph {
          rankdir=LR;
          "n1" [label="User alice", shape=ellipse];
          "n4" [label="ClusterRole\\nview", shape=hexagon];
          subgraph "cluster_1" {
            label="shop";
            "n2" [label="web", shape=box];
            "n3" [label="db", shape=cylinder];
          }
          "n1" -> "n2" [label="uses"];
          "n2" -> "n3";
        }
        """);
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '\'', textBlock = """
      'say "hi"',      'say #quot;hi#quot;',       'say \\"hi\\"'
      '</script>',     '#lt;/script#gt;',          '</script>'
      'a\\b',          'a#92;b',                   'a\\\\b'
      '#quot;',        '#35;quot;',                '#quot;'
      '`**bold**`',    '#96;**bold**#96;',         '`**bold**`'
      '%%{init: {}}%%','#37;#37;{init: {}}#37;#37;','%%{init: {}}%%'
      'end',           'end',                      'end'
      'a & b',         'a #amp; b',                'a & b'
      'größe 😀',       'größe 😀',                  'größe 😀'
      """)
  void labelsCannotBreakOutOfTheirQuotes(String label, String mermaid, String dot) {
    Graph graph = Graph.of(List.of(new Node(label, label, "", Shape.BOX)), List.of());

    assertThat(MermaidWriter.of(graph)).contains("n1[\"" + mermaid + "\"]\n");
    assertThat(DotWriter.of(graph)).contains("\"n1\" [label=\"" + dot + "\", shape=box];\n");
  }

  @Test
  void controlCharactersAndHalvesOfPairsAreReplacedAndLongLabelsCut() {
    String odd = "a\u0000\r\ud800" + "x".repeat(1000);
    Graph graph = Graph.of(List.of(new Node("1", odd, odd, Shape.BOX)), List.of());

    String shown = "a\ufffd\ufffd\ufffd" + "x".repeat(296) + "…";
    assertThat(MermaidWriter.of(graph)).contains("[\"" + shown + "\"]");
    assertThat(DotWriter.of(graph)).contains("label=\"" + shown + "\"");
  }

  @Test
  void nodesWithTheSameArrowsAreTheFirstToBecomeOne() {
    List<Node> nodes = new ArrayList<>(List.of(new Node("db", "db", "shop", Shape.BOX)));
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      nodes.add(new Node("web" + i, "web" + i, "shop", Shape.BOX));
      edges.add(new Edge("web" + i, "db", "5432"));
    }

    Graph folded = Graph.of(nodes, edges).folded(16);

    assertThat(folded.nodes())
        .extracting(Node::label)
        .containsExactly("db", "web0\nweb1\nweb2\nand 17 more");
    assertThat(folded.edges()).containsExactly(new Edge("web0", "db", "5432"));
    assertThat(folded.notes())
        .containsExactly("folded: 21 nodes are drawn as 2, those that have the same arrows as one");
  }

  @Test
  void aPictureThatIsStillTooLargeIsFoldedByGroupAndThenByShape() {
    Graph groups = chain(30, 5);
    Graph everything = chain(300, 100);

    assertThat(groups.folded(16).notes())
        .containsExactly("folded: 30 nodes are drawn as 5, those of each group as one");
    assertThat(everything.folded(16).notes())
        .containsExactly("folded: 300 nodes are drawn as 1, those of all groups as one");
    assertThat(everything.folded(16).edges()).hasSize(1);
  }

  @Test
  void whatIsSmallEnoughStaysAsItIs() {
    assertThat(SHOP.folded(16)).isSameAs(SHOP);
  }

  @Test
  void mermaidFoldsWhatItCouldNotDraw() {
    String manyArrows = MermaidWriter.of(chain(2_000, 40));
    String longTexts = MermaidWriter.of(Graph.of(
        chain(400, 1).nodes().stream()
            .map(node -> new Node(node.id(), "x".repeat(250), "", Shape.BOX))
            .toList(),
        List.of()));

    assertThat(manyArrows.lines().filter(line -> line.contains("-->")).count())
        .isLessThanOrEqualTo(500);
    assertThat(manyArrows).contains("note1>\"folded: 2000 nodes are drawn as 40");
    assertThat(longTexts).hasSizeLessThanOrEqualTo(50_000).contains("folded: 400 nodes");
  }

  /** A line of nodes, the groups one after the other along it. */
  private static Graph chain(int nodes, int groups) {
    List<Node> all = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      all.add(new Node("n" + i, "node " + i, "group " + i * groups / nodes, Shape.BOX));
      if (i > 0) {
        edges.add(new Edge("n" + (i - 1), "n" + i, ""));
      }
    }
    return Graph.of(all, edges);
  }

  @Test
  void identifiersMustBeUniqueAndArrowsTied() {
    Node node = new Node("a", "a", "", Shape.BOX);

    assertThatThrownBy(() -> Graph.of(List.of(node, node), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two nodes are \"a\"");
    assertThatThrownBy(() -> Graph.of(List.of(node), List.of(new Edge("a", "b", ""))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no node is \"b\"");
    assertThatThrownBy(() -> SHOP.folded(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not so few arrows: \"3\"");
  }
}
