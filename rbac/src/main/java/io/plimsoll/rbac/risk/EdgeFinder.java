package io.plimsoll.rbac.risk;

import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.risk.Goal.Kind;
import java.util.List;
import java.util.Set;

/** Finds the edges of nodes: what each of them can gain by one step. */
final class EdgeFinder {

  private final Actors actors;
  private final Targets targets;
  private final List<Family> families;
  private final String unknownName;

  EdgeFinder(Rbac rbac, Population population, Facts facts) {
    actors = new Actors(rbac, population);
    targets = new Targets(population, facts);
    Roles roles = new Roles(rbac);
    families = List.of(
        new HoldingTechniques(targets),
        new TokenTechniques(targets, population, facts),
        new ImpersonationTechniques(targets, facts),
        new ConstrainedTechniques(targets, population, facts),
        new BindingTechniques(targets, roles, facts),
        new RoleTechniques(targets, roles),
        new CertificateTechniques(targets),
        new PodTechniques(targets, facts),
        new NodeTechniques(targets),
        new ClusterTechniques(targets, facts));
    unknownName = unused(Roles.resourceNames(rbac));
  }

  private static String unused(Set<String> names) {
    String name = "any";
    while (names.contains(name)) {
      name += "-other";
    }
    return name;
  }

  Actors actors() {
    return actors;
  }

  /** Returns the edges of a node, the most immediate first. */
  List<Edge> find(Node node) {
    Edges edges = new Edges();
    if (node instanceof Node.Reached reached) {
      beyond(reached.goal(), edges);
    } else if (node instanceof Node.Person person && person.isPowerless()) {
      return List.of();
    } else if (node instanceof Node.Person person && person.masters()) {
      edges.add(Technique.MASTERS, targets.goal(Kind.CLUSTER_ADMIN), List.of());
    } else {
      Actor actor = actors.of(node);
      if (actor.may(Roles.EVERYTHING)) {
        // All else follows from it.
        edges.add(Technique.EVERYTHING, targets.goal(Kind.CLUSTER_ADMIN), Roles.EVERYTHING);
      } else {
        search(node, actor, edges);
      }
    }
    return edges.sorted();
  }

  private void search(Node node, Actor actor, Edges edges) {
    Place everywhere = new Place(actor, "", unknownName);
    families.forEach(family -> family.find(node, everywhere, edges));
    for (String namespace : actor.namespaces()) {
      Place place = everywhere.in(namespace);
      families.forEach(family -> family.find(node, place, edges));
    }
  }

  /** What some goals are a way to. */
  private void beyond(Goal goal, Edges edges) {
    if (goal.equals(Goal.of(Kind.NODE_TAKEOVER))) {
      edges.add(Technique.POD_TOKENS, targets.workloads(), List.of());
    } else if (goal.equals(Goal.of(Kind.POD_MUTATION))) {
      edges.add(Technique.MUTATED_POD, targets.workloads(), List.of());
    }
  }
}
