package io.plimsoll.netpol.picture;

import static io.plimsoll.netpol.Documents.network;
import static io.plimsoll.netpol.Documents.pod;
import static io.plimsoll.netpol.Documents.policy;
import static io.plimsoll.netpol.Documents.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.report.Graph;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.LineFilter;
import io.plimsoll.netpol.connection.Direction;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectivityPictureTest {

  private static final String WEB = workload("Deployment", "shop", "web");

  private static final String SHOP = WEB
      + workload("StatefulSet", "data", "db")
      + policy("shop", "web", """
          podSelector: {}
          policyTypes: [Ingress, Egress]
          ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]
          egress: [{to: [{namespaceSelector: {}}], ports: [{port: 5432}]}]
          """)
      + policy("data", "db", """
          podSelector: {}
          policyTypes: [Ingress, Egress]
          ingress: [{from: [{namespaceSelector: {}}]}]
          """);

  private static ConnectivityPicture picture(String text, PictureOptions options) {
    return ConnectivityPicture.of(network(text), options);
  }

  /** Workloads that are alike, and one whom all of them may connect to. */
  private static String many(int count) {
    return SHOP
        + IntStream.range(0, count)
            .mapToObj(i -> WEB.replace("name: web", "name: web-%02d".formatted(i)))
            .collect(Collectors.joining());
  }

  @Test
  void namespacesAreFramesInMermaid() {
    assertThat(picture(SHOP, PictureOptions.DEFAULT).mermaid()).isEqualTo("""
        flowchart LR
          n3(["10.0.0.0-10.255.255.255"])
          subgraph g1["data"]
            n1[("db[StatefulSet]")]
          end
          subgraph g2["shop"]
            n2["web[Deployment]"]
          end
          n2 -->|"TCP 5432"| n1
          n3 -->|"all"| n2
        """);
  }

  @Test
  void namespacesAreClustersInDot() {
    assertThat(picture(SHOP, PictureOptions.DEFAULT).dot()).isEqualTo("""
        digraph {
          rankdir=LR;
          "n3" [label="10.0.0.0-10.255.255.255", shape=ellipse];
          subgraph "cluster_1" {
            label="data";
            "n1" [label="db[StatefulSet]", shape=cylinder];
          }
          subgraph "cluster_2" {
            label="shop";
            "n2" [label="web[Deployment]", shape=box];
          }
          "n2" -> "n1" [label="TCP 5432"];
          "n3" -> "n2" [label="all"];
        }
        """);
  }

  @Test
  void eachCellOfTheMatrixHasATooltip() {
    List<String> titles = Svg.titles(picture(SHOP, PictureOptions.DEFAULT).svg());

    assertThat(titles)
        .contains(
            "shop/web[Deployment] => data/db[StatefulSet] : TCP 5432",
            "data/db[StatefulSet] => shop/web[Deployment] : No Connections",
            "data/db[StatefulSet] => data/db[StatefulSet] : itself",
            "10.0.0.0-10.255.255.255 => shop/web[Deployment] : All Connections");
    assertThat(titles).noneMatch(title -> title.contains("=> 10."));
  }

  @Test
  void workloadsThatNoPolicyTellsApartAreFoldedWithALegend() {
    Graph graph = picture(many(40), PictureOptions.DEFAULT.upTo(20, 20)).graph();

    assertThat(graph.nodes()).hasSize(3);
    assertThat(graph.nodes().get(1).label())
        .isEqualTo("web[Deployment]\nweb-00[Deployment]\nweb-01[Deployment]\nand 38 more");
    assertThat(graph.notes())
        .hasSize(2)
        .satisfies(notes -> assertThat(notes.get(0))
            .isEqualTo("41 workloads are drawn as 1: those of a namespace that no policy can tell"
                + " apart are drawn as one"))
        .satisfies(notes -> assertThat(notes.get(1))
            .startsWith("shop/web[Deployment] and 40 more: web[Deployment], web-00[Deployment], ")
            .endsWith("web-39[Deployment]"));
    assertThat(graph.edges())
        .extracting(edge -> edge.from() + " " + edge.label() + " " + edge.to())
        .containsExactly("1 TCP 5432 0", "2 all 1");
  }

  @Test
  void aMatrixOfHundredsIsFoldedToo() {
    String svg = picture(many(300), PictureOptions.DEFAULT).svg();

    assertThat(Svg.titles(svg))
        .contains("shop/web[Deployment] and 300 more => data/db[StatefulSet] : TCP 5432");
    assertThat(Svg.texts(svg)).anyMatch(text -> text.startsWith("301 workloads are drawn as 1: "));
    assertThat(svg.length()).isLessThan(20_000);
  }

  @Test
  void rangesOfAddressesThatConnectAlikeShareABox() {
    String blocks = IntStream.range(0, 40)
        .mapToObj(i -> "{ipBlock: {cidr: 10." + 2 * i + ".0.0/16}}")
        .collect(Collectors.joining(", "));

    Graph graph = picture(
            SHOP.replace("{ipBlock: {cidr: 10.0.0.0/8}}", blocks), PictureOptions.DEFAULT)
        .graph();

    assertThat(graph.nodes()).hasSize(3);
    assertThat(graph.notes())
        .singleElement()
        .asString()
        .startsWith("10.0.0.0-10.0.255.255 and 39 more connect alike: 10.0.0.0-10.0.255.255, ");
  }

  @Test
  void rangesOfAddressesAreFoldedFirst() {
    String rules = IntStream.range(0, 40)
        .mapToObj(i -> "{from: [{ipBlock: {cidr: 10." + 2 * i + ".0.0/16}}], ports: [{port: "
            + (80 + i) + "}]}")
        .collect(Collectors.joining(", "));

    Graph graph = picture(
            SHOP.replace("{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}", rules),
            PictureOptions.DEFAULT.upTo(20, 20))
        .graph();

    assertThat(graph.nodes()).hasSize(3);
    assertThat(graph.notes())
        .containsExactly(
            "40 ranges of addresses are drawn as one; connections are what some of them"
                + " may do");
  }

  @Test
  void namespacesAreFoldedIfLabelsAreNotEnough() {
    String different = IntStream.range(0, 40)
        .mapToObj(i -> "app-" + i)
        .map(app -> workload("Deployment", "apps", app)
            + policy("apps", app, "{podSelector: {matchLabels: {app: " + app + "}}}"))
        .collect(Collectors.joining());

    Graph graph = picture(SHOP + different, PictureOptions.DEFAULT.upTo(20, 20)).graph();

    assertThat(graph.nodes()).extracting(Graph.Node::group).contains("apps", "data", "shop");
    assertThat(graph.notes())
        .anyMatch(
            note -> note.startsWith("apps, 40 workloads: app-0[Deployment], app-1[Deployment], "))
        .contains("40 workloads are drawn as 1: those of a namespace are drawn as one;"
            + " connections are what some of them may do");
  }

  @Test
  void aWorkloadInFocusIsShownWithItsNeighbours() {
    Connectivity network = network(SHOP);
    LineFilter web = LineFilter.ALL.about(network.endpoint("shop/web"));

    assertThat(labels(network, PictureOptions.DEFAULT.showing(web.toward(Direction.EGRESS))))
        .containsExactly("db[StatefulSet]", "web[Deployment]");
    assertThat(labels(network, PictureOptions.DEFAULT.showing(web.toward(Direction.INGRESS))))
        .containsExactly("web[Deployment]", "10.0.0.0-10.255.255.255");
    assertThat(labels(network, PictureOptions.DEFAULT.showing(web))).hasSize(3);
  }

  @Test
  void aNamespaceIsShownWithItsNeighbours() {
    Connectivity network = network(SHOP, pod("other", "lone"));

    Graph graph =
        ConnectivityPicture.of(network, PictureOptions.DEFAULT.of("shop")).graph();

    assertThat(graph.nodes())
        .extracting(Graph.Node::label)
        .containsExactly(
            "db[StatefulSet]", "lone[Pod]", "web[Deployment]", "10.0.0.0-10.255.255.255");
    assertThat(graph.edges())
        .extracting(edge -> edge.from() + " " + edge.to())
        .as("nothing between those of other namespaces")
        .containsExactly("2 0", "2 1", "3 2");
  }

  private static List<String> labels(Connectivity network, PictureOptions options) {
    return ConnectivityPicture.of(network, options).graph().nodes().stream()
        .map(Graph.Node::label)
        .toList();
  }

  @Test
  void namesCannotBreakOutOfAPicture() {
    String odd = SHOP.replace("name: db,", "name: \"<b>&\\\"\\u0007]]>\",");

    String svg = picture(odd, PictureOptions.DEFAULT).svg();

    assertThat(Svg.titles(svg))
        .anyMatch(title -> title.startsWith("data/<b>&\"\ufffd]]>[StatefulSet] => "));
  }

  @Test
  void anEmptyClusterIsAnEmptyPicture() {
    ConnectivityPicture picture =
        picture("{apiVersion: v1, kind: Namespace, metadata: {name: a}}", PictureOptions.DEFAULT);

    assertThat(picture.mermaid()).isEqualTo("flowchart LR\n");
    assertThat(Svg.texts(picture.svg())).contains("Who may connect to whom: from row to column");
  }

  @Test
  void boundsThatNoPictureCanKeepAreRefused() {
    assertThatThrownBy(() -> PictureOptions.DEFAULT.upTo(200, 15))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("too few for any picture: \"15\"");
  }
}
