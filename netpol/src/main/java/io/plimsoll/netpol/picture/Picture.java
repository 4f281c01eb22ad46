package io.plimsoll.netpol.picture;

import io.plimsoll.core.report.Graph.Shape;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a picture shows: boxes, each for one endpoint or several, and by what some of one may connect to some of another.
 *
 * @param fold how endpoints were put together
 * @param boxes the boxes, in the order of their first members
 * @param arrows the connections, in order; none is empty
 */
record Picture(Fold fold, List<Box> boxes, Map<Arrow, ConnectionSet> arrows) {

  /** So many names are shown in a box. */
  private static final int SHOWN = 3;

  /** So many boxes of several are described one by one. */
  private static final int DESCRIBED = 20;

  /** From a box to a box, by their numbers. */
  record Arrow(int from, int to) implements Comparable<Arrow> {

    @Override
    public int compareTo(Arrow other) {
      int order = Integer.compare(from, other.from);
      return order != 0 ? order : Integer.compare(to, other.to);
    }
  }

  /** Endpoints that are drawn as one, in order. */
  record Box(List<Endpoint> members) {

    boolean isSingle() {
      return members.size() == 1;
    }

    boolean isOutside() {
      return members.get(0) instanceof Endpoint.External;
    }

    Shape shape() {
      Shape first = Fold.shape(members.get(0));
      return members.stream().allMatch(one -> Fold.shape(one) == first) ? first : Shape.BOX;
    }

    /** Returns the namespace of all members; empty if they are in several. */
    String namespace() {
      String first = members.get(0).namespace();
      return members.stream().allMatch(one -> one.namespace().equals(first)) ? first : "";
    }

    /** Returns the names of all members in one line. */
    String names() {
      return members.stream().map(this::name).collect(Collectors.joining(", "));
    }

    String name(Endpoint member) {
      String full = full(member);
      String prefix = namespace() + "/";
      return full.startsWith(prefix) ? full.substring(prefix.length()) : full;
    }

    private static String full(Endpoint member) {
      return member instanceof Endpoint.External outside
          ? outside.addresses().toString()
          : member.toString();
    }
  }

  /** Returns what is written in a box: the names of the first members, each on its own line, or how many there are. */
  String label(Box box) {
    if (isCounted(box)) {
      return box.members().size() + " workloads";
    }
    List<String> names = new ArrayList<>();
    box.members().stream().limit(SHOWN).forEach(member -> names.add(box.name(member)));
    if (box.members().size() > SHOWN) {
      names.add("and " + (box.members().size() - SHOWN) + " more");
    }
    return String.join("\n", names);
  }

  /** Returns one line: the endpoint, or the first of several and how many there are, or their namespace. */
  String title(Box box) {
    if (isCounted(box)) {
      return (box.namespace().isEmpty() ? "" : box.namespace() + ", ") + label(box);
    }
    String first = Box.full(box.members().get(0));
    return box.isSingle() ? first : first + " and " + (box.members().size() - 1) + " more";
  }

  private boolean isCounted(Box box) {
    return !box.isSingle() && !box.isOutside() && fold.compareTo(Fold.LABELS) > 0;
  }

  /** Returns connections as they are written beside an arrow. */
  static String text(ConnectionSet connections) {
    return connections.isAll() ? "all" : connections.toString();
  }

  private List<String> outside(Box box) {
    if (fold != Fold.NOTHING) {
      return List.of(box.members().size() + " ranges of addresses are drawn as one;"
          + " connections are what some of them may do");
    }
    boolean shown = box.members().size() <= SHOWN;
    return shown ? List.of() : List.of(title(box) + " connect alike: " + box.names());
  }

  /** Returns what was put together, and who the members of each box are; empty if each endpoint has its own. */
  List<String> legend() {
    List<String> legend = new ArrayList<>();
    List<Box> several = boxes.stream().filter(box -> !box.isSingle()).toList();
    several.stream().filter(Box::isOutside).map(this::outside).forEach(legend::addAll);
    List<Box> inside = several.stream().filter(box -> !box.isOutside()).toList();
    if (!inside.isEmpty()) {
      int members = inside.stream().mapToInt(box -> box.members().size()).sum();
      legend.add(members + " workloads are drawn as " + inside.size() + ": " + fold.remark());
    }
    inside.stream().limit(DESCRIBED).forEach(box -> legend.add(title(box) + ": " + box.names()));
    if (inside.size() > DESCRIBED) {
      legend.add("and " + (inside.size() - DESCRIBED) + " more of that kind");
    }
    return legend;
  }
}
