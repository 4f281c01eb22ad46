package io.plimsoll.netpol.picture;

import io.plimsoll.netpol.ConnectionGroup;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.ConnectivityOptions.SelfPairs;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes pictures of the connections of a cluster: from the groups, so that it never has to look at each pair of many. */
final class PictureMaker {

  /** Members of one box among the ends of a group: the first, and whether there are more. */
  private record Part(Endpoint first, boolean several) {}

  private final Connectivity network;
  private final PictureOptions options;
  private final @Nullable Endpoint focus;
  private final boolean listsSelfPairs;

  PictureMaker(Connectivity network, PictureOptions options) {
    this.network = network;
    this.options = options;
    this.focus = options.filter().focus().orElse(null);
    this.listsSelfPairs = network.options().selfPairs() == SelfPairs.LIST;
  }

  /** Returns the picture that is folded the least and has not more boxes and arrows than this. */
  Picture make(int mostBoxes, int mostArrows) {
    Map<Endpoint, List<Integer>> shown = shown();
    for (Fold fold : Fold.values()) {
      Map<Object, Picture.Box> boxes = boxes(fold, shown);
      boolean last = fold == Fold.EVERYTHING;
      if (last || boxes.size() <= mostBoxes) {
        Optional<Picture> picture = draw(fold, boxes, last ? Integer.MAX_VALUE : mostArrows);
        if (picture.isPresent()) {
          return picture.get();
        }
      }
    }
    throw new AssertionError("the last fold makes a picture of any size");
  }

  /**
   * Returns the endpoints that connect to somebody, and, unless one is in focus, the others of the namespaces; ranges of addresses
   * with the numbers of the groups they are in.
   */
  private Map<Endpoint, List<Integer>> shown() {
    Map<Endpoint, List<Integer>> shown = new TreeMap<>();
    if (focus == null) {
      network.endpoints().stream()
          .filter(options::isInNamespaces)
          .forEach(one -> shown.put(one, List.of()));
    } else {
      shown.put(focus, List.of());
    }
    int[] group = {0};
    forEachGroup((sources, destinations, connections) -> {
      group[0]++;
      sources.forEach(one -> add(shown, one, group[0]));
      destinations.forEach(one -> add(shown, one, -group[0]));
      return true;
    });
    return shown;
  }

  private static void add(Map<Endpoint, List<Integer>> shown, Endpoint endpoint, int group) {
    if (endpoint instanceof Endpoint.External) {
      shown.computeIfAbsent(endpoint, one -> new ArrayList<>()).add(group);
    } else {
      shown.putIfAbsent(endpoint, List.of());
    }
  }

  private Map<Object, Picture.Box> boxes(Fold fold, Map<Endpoint, List<Integer>> shown) {
    Map<Object, List<Endpoint>> members = new HashMap<>();
    shown.forEach((endpoint, groups) -> members
        .computeIfAbsent(
            fold.key(endpoint, network.workings().directory(), groups), k -> new ArrayList<>(1))
        .add(endpoint));
    Map<Object, Picture.Box> boxes = new HashMap<>();
    members.forEach((key, list) -> boxes.put(key, new Picture.Box(List.copyOf(list))));
    return boxes;
  }

  /** Returns the picture of a fold, however large it is. */
  Optional<Picture> draw(Fold fold) {
    return draw(fold, boxes(fold, shown()), Integer.MAX_VALUE);
  }

  private Optional<Picture> draw(Fold fold, Map<Object, Picture.Box> byKey, int mostArrows) {
    List<Picture.Box> boxes = new ArrayList<>(byKey.values());
    boxes.sort((a, b) -> a.members().get(0).compareTo(b.members().get(0)));
    Map<Endpoint, Integer> numbers = new HashMap<>();
    for (int i = 0; i < boxes.size(); i++) {
      for (Endpoint member : boxes.get(i).members()) {
        numbers.put(member, i);
      }
    }
    Map<Picture.Arrow, ConnectionSet> arrows = new TreeMap<>();
    boolean complete = forEachGroup((sources, destinations, connections) -> {
      Map<Integer, Part> to = parts(destinations, numbers);
      parts(sources, numbers)
          .forEach((from, left) -> to.forEach((into, right) -> {
            if (!from.equals(into) || isAmong(left, right)) {
              arrows.merge(new Picture.Arrow(from, into), connections, ConnectionSet::union);
            }
          }));
      return arrows.size() <= mostArrows;
    });
    return complete ? Optional.of(new Picture(fold, boxes, arrows)) : Optional.empty();
  }

  private static Map<Integer, Part> parts(List<Endpoint> ends, Map<Endpoint, Integer> numbers) {
    Map<Integer, Part> parts = new TreeMap<>();
    for (Endpoint end : ends) {
      parts.merge(
          numbers.getOrDefault(end, -1),
          new Part(end, false),
          (known, more) -> new Part(known.first, true));
    }
    return parts;
  }

  /** Returns whether members of one box connect to others of it, or one to itself where lists say so. */
  private boolean isAmong(Part from, Part to) {
    return from.several || to.several || !from.first.equals(to.first) || listsSelfPairs;
  }

  /** Takes endpoints that connect to others; returns whether to go on. */
  private interface Visitor {
    boolean visit(List<Endpoint> sources, List<Endpoint> destinations, ConnectionSet connections);
  }

  /** Returns whether all were visited. */
  private boolean forEachGroup(Visitor visitor) {
    for (Iterator<ConnectionGroup> all = network.groups().iterator(); all.hasNext(); ) {
      ConnectionGroup group = all.next();
      if (!inView(group.sources(), group.destinations(), group.connections(), visitor)) {
        return false;
      }
    }
    List<Endpoint> controllers = List.of(new Endpoint.IngressController());
    for (Map.Entry<Endpoint, ConnectionSet> reached :
        network.workings().reachOfControllers(ConnectionSet.ALL).entrySet()) {
      if (!inView(controllers, List.of(reached.getKey()), reached.getValue(), visitor)) {
        return false;
      }
    }
    return true;
  }

  private boolean inView(
      List<Endpoint> sources, List<Endpoint> destinations, ConnectionSet all, Visitor visitor) {
    ConnectionSet connections = all.intersect(options.filter().connections());
    if (connections.isEmpty()) {
      return true;
    }
    if (focus == null) {
      return inNamespaces(sources, destinations, connections, visitor);
    }
    Optional<Direction> only = options.filter().direction();
    boolean out = only.orElse(Direction.EGRESS) == Direction.EGRESS && sources.contains(focus);
    boolean in =
        only.orElse(Direction.INGRESS) == Direction.INGRESS && destinations.contains(focus);
    return (!out || inNamespaces(List.of(focus), destinations, connections, visitor))
        && (!in || inNamespaces(sources, List.of(focus), connections, visitor));
  }

  private boolean inNamespaces(
      List<Endpoint> sources,
      List<Endpoint> destinations,
      ConnectionSet connections,
      Visitor visitor) {
    if (options.namespaces().isEmpty()) {
      return visitor.visit(sources, destinations, connections);
    }
    Predicate<Endpoint> inside = options::isInNamespaces;
    return visitIfAny(only(sources, inside), destinations, connections, visitor)
        && visitIfAny(
            only(sources, inside.negate()), only(destinations, inside), connections, visitor);
  }

  private static List<Endpoint> only(List<Endpoint> endpoints, Predicate<Endpoint> kept) {
    return endpoints.stream().filter(kept).toList();
  }

  private static boolean visitIfAny(
      List<Endpoint> sources,
      List<Endpoint> destinations,
      ConnectionSet connections,
      Visitor visitor) {
    return sources.isEmpty()
        || destinations.isEmpty()
        || visitor.visit(sources, destinations, connections);
  }
}
