package io.plimsoll.netpol.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.report.Graph;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.RandomClusters;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    Map<String, String> arrows = new TreeMap<>();
    graph.edges().forEach(edge -> arrows.put(edge.from() + " => " + edge.to(), edge.label()));
    Set<String> drawn = new TreeSet<>();
    network.lines().forEach(line -> {
      Graph.Node from = node(graph, line.source());
      Graph.Node to = node(graph, line.destination());
      String arrow = from.id() + " => " + to.id();
      String label = line.connections().isAll() ? "all" : line.connections().toString();
      assertThat(arrows).as("%s", line).containsEntry(arrow, label);
      drawn.add(arrow);
      if (!line.toString().contains("[External]")) {
        assertThat(tooltips).contains(line.toString());
      }
    });
    assertThat(drawn).isEqualTo(arrows.keySet());
  }

  /** Finds the box with the name of an endpoint, or with the legend that has it. */
  private static Graph.Node node(Graph graph, Endpoint endpoint) {
    String name = endpoint.toString().replace("[External]", "");
    for (Graph.Node node : graph.nodes()) {
      String prefix = node.group().isEmpty() ? "" : node.group() + "/";
      List<String> names = new ArrayList<>(List.of(node.label().split("\n")));
      String legend = names.get(0) + " and ";
      graph.notes().stream()
          .filter(note -> note.startsWith(legend))
          .forEach(note ->
              names.addAll(List.of(note.substring(note.indexOf(": ") + 2).split(", "))));
      if (names.stream().anyMatch(one -> name.equals(prefix + one))) {
        return node;
      }
    }
    throw new AssertionError("not in the picture: " + endpoint);
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void aFoldedPictureHasAnArrowForEveryLine(@ForAll long seed) {
    Connectivity network = Connectivity.of(RandomClusters.make(new Random(seed)));

    for (Fold fold : Fold.values()) {
      Picture picture =
          new PictureMaker(network, PictureOptions.DEFAULT).draw(fold).orElseThrow();

      network.lines().forEach(line -> {
        Picture.Arrow arrow =
            new Picture.Arrow(box(picture, line.source()), box(picture, line.destination()));
        ConnectionSet shown = picture.arrows().getOrDefault(arrow, ConnectionSet.NONE);
        assertThat(shown.containsAll(line.connections()))
            .as("%s: %s", fold, line)
            .isTrue();
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
