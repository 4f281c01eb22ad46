package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.Binding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The edges from one node, as they are found. */
final class Edges {

  private final List<Edge> edges = new ArrayList<>();

  /** Adds an edge that takes these requests. */
  void add(Technique technique, Target target, List<Attributes> requests) {
    add(new Edge(technique, requests, target, false, Optional.empty()));
  }

  void add(Technique technique, Target target, Attributes request) {
    add(technique, target, List.of(request));
  }

  /** Adds an edge whose requests are made in the namespace of the service account it leads to, if they have none. */
  void addLocal(Technique technique, Target target, List<Attributes> requests) {
    add(new Edge(technique, requests, target, true, Optional.empty()));
  }

  void addLocal(Technique technique, Target target, Attributes request) {
    addLocal(technique, target, List.of(request));
  }

  /** Adds an edge that takes a binding to be there. */
  void addOn(
      Technique technique, Target target, Optional<Binding> basis, List<Attributes> requests) {
    add(new Edge(technique, requests, target, false, basis));
  }

  /** Adds an edge if all requests that it takes are allowed. */
  @SafeVarargs
  final void addIfAll(Technique technique, Target target, Optional<Attributes>... requests) {
    all(requests).ifPresent(allowed -> add(technique, target, allowed));
  }

  private void add(Edge edge) {
    if (!edge.target().arrivals().isEmpty()) {
      edges.add(edge);
    }
  }

  /** Returns the requests if all are allowed. */
  @SafeVarargs
  static Optional<List<Attributes>> all(Optional<Attributes>... requests) {
    List<Attributes> allowed = new ArrayList<>();
    for (Optional<Attributes> request : requests) {
      request.ifPresent(allowed::add);
    }
    return allowed.size() == requests.length ? Optional.of(allowed) : Optional.empty();
  }

  /** Returns the requests of both, if there are both. */
  static Optional<List<Attributes>> join(
      Optional<List<Attributes>> first, Optional<List<Attributes>> second) {
    return first.flatMap(some -> second.map(others -> {
      List<Attributes> joined = new ArrayList<>(some);
      joined.addAll(others);
      return joined;
    }));
  }

  /** Returns the edges, the most immediate techniques first. */
  List<Edge> sorted() {
    return edges.stream().sorted(Comparator.comparing(Edge::technique)).toList();
  }
}
