package io.plimsoll.netpol.picture;

import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Draws a matrix: a row for each source, a column for each destination. A filled cell stands for all connections, a small square
 * for some, a line for a source that is the destination itself; colour only repeats it.
 */
final class MatrixSvg {

  private static final int CELL = 16;
  private static final int MARGIN = 12;
  private static final int LINE = 16;

  /** The width of a character of the font, a little more than it is. */
  private static final int CHARACTER = 7;

  /** So many characters of a name are shown beside the matrix; the tooltip has all of it. */
  private static final int NAME = 48;

  private static final String STYLE = """
      <style>
        text { font: 11px ui-monospace, Menlo, Consolas, monospace; fill: #1f2328; }
        .h { font-size: 14px; font-weight: bold; }
        .none { fill: #f3f4f6; }
        .some { fill: #b45309; }
        .all { fill: #1d4ed8; }
        .self { stroke: #9aa1ab; }
        rect:hover { stroke: #000000; stroke-width: 2; }
      </style>
      """;

  private final Picture picture;
  private final List<Integer> rows;
  private final List<Integer> columns;
  private final int left;
  private final int top;
  private final StringBuilder out = new StringBuilder();

  private MatrixSvg(Picture picture) {
    this.picture = picture;
    TreeSet<Integer> sources = new TreeSet<>();
    TreeSet<Integer> destinations = new TreeSet<>();
    picture.arrows().keySet().forEach(arrow -> {
      sources.add(arrow.from());
      destinations.add(arrow.to());
    });
    for (int i = 0; i < picture.boxes().size(); i++) {
      Endpoint first = picture.boxes().get(i).members().get(0);
      // Addresses are sources or destinations, and only where something connects.
      if (first instanceof Endpoint.Pod || first instanceof Endpoint.Workload) {
        sources.add(i);
        destinations.add(i);
      }
    }
    this.rows = List.copyOf(sources);
    this.columns = List.copyOf(destinations);
    this.left = MARGIN + CHARACTER * longest(rows) + 8;
    this.top = MARGIN + 2 * LINE + CHARACTER * longest(columns) + 8;
  }

  static String of(Picture picture) {
    return new MatrixSvg(picture).draw();
  }

  private int longest(List<Integer> boxes) {
    return boxes.stream().mapToInt(box -> name(box).length()).max().orElse(0);
  }

  private String name(int box) {
    String title = title(box);
    return title.length() <= NAME
        ? title
        : title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, NAME - 1))) + "…";
  }

  private String title(int box) {
    return picture.title(picture.boxes().get(box));
  }

  private String draw() {
    List<String> legend = picture.legend();
    String summary = rows.size() + " sources, " + columns.size() + " destinations, "
        + picture.arrows().size() + " pairs that may connect";
    int key = top + CELL * rows.size() + 2 * LINE;
    int text = legend.stream()
        .mapToInt(String::length)
        .map(n -> Math.min(n, 120))
        .max()
        .orElse(0);
    int width = Math.max(
            Math.max(left + CELL * columns.size(), MARGIN + CHARACTER * text),
            MARGIN + CHARACTER * 64)
        + MARGIN;
    int height = key + LINE * (legend.size() + 1) + MARGIN;
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
    out.append("\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width);
    out.append(' ').append(height).append("\" role=\"img\" aria-labelledby=\"title desc\">\n");
    out.append("<title id=\"title\">Who may connect to whom</title>\n<desc id=\"desc\">");
    out.append(summary).append("</desc>\n").append(STYLE);
    out.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    text(MARGIN, MARGIN + LINE, "h", "Who may connect to whom: from row to column");
    columns();
    for (int row = 0; row < rows.size(); row++) {
      row(row);
    }
    key(key);
    for (int i = 0; i < legend.size(); i++) {
      text(MARGIN, key + LINE * (i + 2), "", cut(legend.get(i)));
    }
    return out.append("</svg>\n").toString();
  }

  private static String cut(String line) {
    return line.length() <= 120
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, 119))) + "…";
  }

  private void text(int x, int y, String style, String content) {
    out.append("<text x=\"").append(x).append("\" y=\"").append(y).append('"');
    out.append(style.isEmpty() ? "" : " class=\"" + style + "\"").append('>');
    out.append(Xml.text(content)).append("</text>\n");
  }

  private void columns() {
    for (int column = 0; column < columns.size(); column++) {
      int x = left + CELL * column + CELL - 4;
      int y = top - 6;
      out.append("<text x=\"").append(x).append("\" y=\"").append(y);
      out.append("\" transform=\"rotate(-90 ").append(x).append(' ').append(y).append(")\">");
      name(columns.get(column), name(columns.get(column)));
    }
  }

  private void name(int box, String shown) {
    Picture.Box one = picture.boxes().get(box);
    String all = title(box) + (one.isSingle() ? "" : ": " + one.names());
    out.append("<title>").append(Xml.text(all)).append("</title>");
    out.append(Xml.text(shown)).append("</text>\n");
  }

  private void row(int row) {
    int y = top + CELL * row;
    out.append("<text x=\"").append(left - 6).append("\" y=\"").append(y + CELL - 4);
    out.append("\" text-anchor=\"end\">");
    name(rows.get(row), name(rows.get(row)));
    for (int column = 0; column < columns.size(); column++) {
      cell(rows.get(row), columns.get(column), left + CELL * column, y);
    }
  }

  private void cell(int from, int to, int x, int y) {
    ConnectionSet connections =
        picture.arrows().getOrDefault(new Picture.Arrow(from, to), ConnectionSet.NONE);
    boolean self =
        from == to && connections.isEmpty() && picture.boxes().get(from).isSingle();
    String what =
        title(from) + " => " + title(to) + " : " + (self ? "itself" : connections.toString());
    out.append("<g><title>").append(Xml.text(what)).append("</title>");
    square("none", x, y, 1);
    if (self) {
      out.append("<line class=\"self\" x1=\"").append(x + 1).append("\" y1=\"").append(y + 1);
      out.append("\" x2=\"").append(x + CELL - 1).append("\" y2=\"").append(y + CELL - 1);
      out.append("\"/>");
    } else if (!connections.isEmpty()) {
      square(connections.isAll() ? "all" : "some", x, y, connections.isAll() ? 1 : 4);
    }
    out.append("</g>\n");
  }

  private void square(String style, int x, int y, int inset) {
    int size = CELL - 2 * inset;
    out.append("<rect class=\"").append(style).append("\" x=\"").append(x + inset);
    out.append("\" y=\"").append(y + inset).append("\" width=\"").append(size);
    out.append("\" height=\"").append(size).append("\"/>");
  }

  private void key(int y) {
    List<String> styles = new ArrayList<>(List.of("all", "some", "none"));
    List<String> texts = List.of("all connections", "some connections", "no connections");
    for (int i = 0; i < styles.size(); i++) {
      int x = MARGIN + i * 150;
      square("none", x, y - CELL + 4, 1);
      square(styles.get(i), x, y - CELL + 4, i == 1 ? 4 : 1);
      text(x + CELL + 6, y, "", texts.get(i));
    }
  }
}
