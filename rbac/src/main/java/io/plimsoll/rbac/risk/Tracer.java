package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.risk.Target.Arrival;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Writes down the paths to one goal, with what allows each step. */
final class Tracer {

  private final Graph graph;
  private final Goal goal;
  private final Routes routes;
  private final Actors actors;
  private final Population population;
  private final BuiltIn builtIn;

  /** The first place to arrive at by each edge, once it is known: a target may have thousands. */
  private final IdentityHashMap<Edge, Arrival> arrivals = new IdentityHashMap<>();

  Tracer(Graph graph, Goal goal, Actors actors, Population population, BuiltIn builtIn) {
    this.graph = graph;
    this.goal = goal;
    this.routes = new Routes(graph, goal);
    this.actors = actors;
    this.population = population;
    this.builtIn = builtIn;
  }

  /** Returns how many steps it takes a subject, empty if none will do. */
  Optional<Integer> distance(Subject subject) {
    return graph.find(population.node(subject)).filter(routes::isReachable).map(routes::distance);
  }

  /** Returns the shortest path of a subject. */
  Optional<RiskPath> path(Subject subject) {
    return graph
        .find(population.node(subject))
        .filter(routes::isReachable)
        .map(start -> trace(subject, start));
  }

  private RiskPath trace(Subject subject, int start) {
    List<RiskStep> steps = new ArrayList<>();
    Power power = new Identity(subject, false);
    int at = start;
    while (!graph.node(at).equals(new Node.Reached(goal))) {
      Edge edge = routes.next(at);
      Arrival arrival = arrivals.computeIfAbsent(edge, routes::arrival);
      steps.add(step(graph.node(at), power, edge, arrival.power()));
      power = arrival.power();
      at = graph.find(arrival.node()).orElseThrow();
    }
    return new RiskPath(subject, goal, steps, builtIn.isBy(steps.get(0)));
  }

  private RiskStep step(Node node, Power from, Edge edge, Power to) {
    List<Use> uses = new ArrayList<>();
    for (Attributes request : edge.requests()) {
      uses.add(actors.use(node, from, placed(request, edge, to)));
    }
    return new RiskStep(from, to, edge.technique(), uses, edge.basis());
  }

  private static Attributes placed(Attributes request, Edge edge, Power to) {
    return edge.local() && request.namespace().isEmpty() && to instanceof Identity identity
        ? request.in(identity.subject().namespace())
        : request;
  }
}
