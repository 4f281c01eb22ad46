package io.plimsoll.netpol.compare;

import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.network.Workings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The endpoints of two clusters together, and which of them are of one kind: their pods are of the same classes in the first
 * cluster, and of the same in the second. What changes for one of a kind changes for all.
 */
final class EndpointKinds {

  /** The classes of pods in both clusters; none where a cluster does not have the endpoint. */
  private record Classes(List<Integer> before, List<Integer> after) {}

  private final List<Endpoint> endpoints;
  private final int[] kindOf;
  private final List<Classes> kinds = new ArrayList<>();
  private final int[][] members;
  private final int[][] kindsOfBefore;
  private final int[][] kindsOfAfter;

  EndpointKinds(Workings before, Workings after) {
    List<Endpoint> first = before.directory().listed();
    List<Endpoint> second = after.directory().listed();
    List<Endpoint> all = new ArrayList<>(first.size());
    List<Integer> kindsOfAll = new ArrayList<>(first.size());
    Map<Classes, Integer> known = new HashMap<>();
    List<List<Integer>> lists = new ArrayList<>();
    int b = 0;
    int a = 0;
    while (b < first.size() || a < second.size()) {
      int order = order(first, b, second, a);
      all.add(order <= 0 ? first.get(b) : second.get(a));
      Classes classes = new Classes(
          order <= 0 ? classes(before, b++) : List.of(),
          order >= 0 ? classes(after, a++) : List.of());
      Integer kind = known.putIfAbsent(classes, kinds.size());
      if (kind == null) {
        kind = kinds.size();
        kinds.add(classes);
        lists.add(new ArrayList<>(1));
      }
      lists.get(kind).add(kindsOfAll.size());
      kindsOfAll.add(kind);
    }
    this.endpoints = List.copyOf(all);
    this.kindOf = toArray(kindsOfAll);
    this.members = lists.stream().map(EndpointKinds::toArray).toArray(int[][]::new);
    this.kindsOfBefore = invert(before.engine().classes().size(), true);
    this.kindsOfAfter = invert(after.engine().classes().size(), false);
  }

  /** Returns which of two lists in order goes on first, or 0 if both have the same next. */
  private static int order(List<Endpoint> first, int b, List<Endpoint> second, int a) {
    if (b == first.size() || a == second.size()) {
      return b == first.size() ? 1 : -1;
    }
    return first.get(b).compareTo(second.get(a));
  }

  private static List<Integer> classes(Workings cluster, int listed) {
    return Arrays.stream(cluster.directory().classesOf(listed)).boxed().toList();
  }

  private static int[] toArray(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[][] invert(int classes, boolean first) {
    List<List<Integer>> lists = new ArrayList<>(classes);
    for (int i = 0; i < classes; i++) {
      lists.add(new ArrayList<>(1));
    }
    for (int kind = 0; kind < kinds.size(); kind++) {
      for (int one : first ? kinds.get(kind).before : kinds.get(kind).after) {
        lists.get(one).add(kind);
      }
    }
    return lists.stream().map(EndpointKinds::toArray).toArray(int[][]::new);
  }

  /** Returns all endpoints, in order. */
  List<Endpoint> endpoints() {
    return endpoints;
  }

  int kindOf(int endpoint) {
    return kindOf[endpoint];
  }

  /** Returns the number of kinds. */
  int size() {
    return kinds.size();
  }

  /** Returns the endpoints of a kind, in order. */
  int[] members(int kind) {
    return members[kind];
  }

  /** Returns the classes of a kind's pods in one of the clusters. */
  List<Integer> classesOf(int kind, boolean first) {
    return first ? kinds.get(kind).before : kinds.get(kind).after;
  }

  /** Returns the kinds that have pods of a class of one of the clusters. */
  int[] kindsOf(int podClass, boolean first) {
    return first ? kindsOfBefore[podClass] : kindsOfAfter[podClass];
  }
}
