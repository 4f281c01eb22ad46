package io.plimsoll.netpol.picture;

import io.plimsoll.core.report.DotWriter;
import io.plimsoll.core.report.Graph;
import io.plimsoll.core.report.MermaidWriter;
import io.plimsoll.netpol.Connectivity;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may connect to whom as a picture: a graph in the languages of Mermaid and Graphviz, with a frame for each namespace, or a
 * matrix of sources and destinations as SVG.
 *
 * <p>What is too large to be looked at is folded: first addresses outside are drawn as one box, then workloads of a namespace that
 * no policy can tell apart, then those of a namespace, then all. A legend says what was folded.
 */
public final class ConnectivityPicture {

  private final PictureMaker maker;
  private final PictureOptions options;

  private ConnectivityPicture(Connectivity network, PictureOptions options) {
    this.maker = new PictureMaker(network, options);
    this.options = options;
  }

  /** Returns a picture of all connections. */
  public static ConnectivityPicture of(Connectivity network) {
    return of(network, PictureOptions.DEFAULT);
  }

  /** Returns a picture of the connections that the options choose. */
  public static ConnectivityPicture of(Connectivity network, PictureOptions options) {
    return new ConnectivityPicture(network, options);
  }

  /** Returns the graph for Mermaid; lines end in {@code \n}. */
  public String mermaid() {
    return MermaidWriter.of(graph());
  }

  /** Returns the graph for Graphviz; lines end in {@code \n}. */
  public String dot() {
    return DotWriter.of(graph());
  }

  /** Returns the graph as data. */
  public Graph graph() {
    Picture picture = maker.make(options.mostArrows(), options.mostArrows());
    List<Graph.Node> nodes = new ArrayList<>();
    for (int i = 0; i < picture.boxes().size(); i++) {
      Picture.Box box = picture.boxes().get(i);
      nodes.add(
          new Graph.Node(String.valueOf(i), picture.label(box), box.namespace(), box.shape()));
    }
    List<Graph.Edge> edges = new ArrayList<>();
    picture
        .arrows()
        .forEach((arrow, connections) -> edges.add(new Graph.Edge(
            String.valueOf(arrow.from()), String.valueOf(arrow.to()), Picture.text(connections))));
    return new Graph(nodes, edges, picture.legend());
  }

  /** Returns the matrix as one SVG document that needs nothing else; each cell has a tooltip. Lines end in {@code \n}. */
  public String svg() {
    return MatrixSvg.of(maker.make(options.mostRows(), Integer.MAX_VALUE));
  }
}
