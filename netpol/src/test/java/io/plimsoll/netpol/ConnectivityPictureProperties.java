package io.plimsoll.netpol;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.report.Graph;
import io.plimsoll.netpol.connection.ConnectionSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class ConnectivityPictureProperties {

  private static final PictureOptions UNFOLDED = PictureOptions.DEFAULT.upTo(100_000, 100_000);

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void everyLineIsInAPictureThatIsNotFolded(@ForAll long seed) {
    Connectivity network = Connectivity.of(RandomClusters.make(new Random(seed)));
    ConnectivityPicture picture = ConnectivityPicture.of(network, UNFOLDED);

    Graph graph = picture.graph();
    List<String> tooltips = Svg.titles(picture.svg());

    List<String> arrows = new ArrayList<>();
    Map<String, String> names = new TreeMap<>();
    graph.nodes().forEach(node -> names.put(node.id(), name(node)));
    graph.edges().forEach(edge -> arrows.add(
        names.get(edge.from()) + " => " + names.get(edge.to()) + " : " + edge.label()));
    List<String> lines = network.lines().map(ConnectivityPictureProperties::text).toList();
    assertThat(arrows)
        .containsExactlyInAnyOrderElementsOf(
            lines.stream().map(line -> line.replace("All Connections", "all")).toList());
    assertThat(tooltips).containsAll(lines);
    assertThat(graph.notes()).isEmpty();
  }

  private static String text(ConnectionLine line) {
    return line.toString().replace("[External]", "");
  }

  private static String name(Graph.Node node) {
    return node.group().isEmpty() ? node.label() : node.group() + "/" + node.label();
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void aFoldedPictureHasAnArrowForEveryLine(@ForAll long seed) {
    Connectivity network = Connectivity.of(RandomClusters.make(new Random(seed)));

    for (Fold fold : Fold.values()) {
      Picture picture = new PictureMaker(network, PictureOptions.DEFAULT).draw(fold).orElseThrow();

      network.lines().forEach(line -> {
        Picture.Arrow arrow = new Picture.Arrow(
            box(picture, line.source()), box(picture, line.destination()));
        ConnectionSet shown = picture.arrows().getOrDefault(arrow, ConnectionSet.NONE);
        assertThat(shown.containsAll(line.connections())).as("%s: %s", fold, line).isTrue();
      });
    }
  }

  private static int box(Picture picture, Endpoint endpoint) {
    for (int i = 0; i < picture.boxes().size(); i++) {
      if (picture.boxes().get(i).members().contains(endpoint)) {
        return i;
      }
    }
    throw new AssertionError("not in the picture: " + endpoint);
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void picturesDependOnTheObjectsAndNotOnTheirOrder(@ForAll long seed) {
    Cluster cluster = RandomClusters.make(new Random(seed));
    List<KubeObject> shuffled = new ArrayList<>(cluster.objects());
    Collections.shuffle(shuffled, new Random(seed));
    ConnectivityPicture first =
        ConnectivityPicture.of(Connectivity.of(cluster), PictureOptions.DEFAULT.upTo(16, 16));
    ConnectivityPicture second = ConnectivityPicture.of(
        Connectivity.of(Cluster.of(shuffled)), PictureOptions.DEFAULT.upTo(16, 16));

    assertThat(second.mermaid()).isEqualTo(first.mermaid());
    assertThat(second.dot()).isEqualTo(first.dot());
    assertThat(second.svg()).isEqualTo(first.svg());
    assertThat(first.graph().edges()).hasSizeLessThanOrEqualTo(16);
  }
}
