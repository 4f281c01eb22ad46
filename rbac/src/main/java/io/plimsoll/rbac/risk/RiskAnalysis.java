package io.plimsoll.rbac.risk;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.BootstrapPolicy;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which subjects of a cluster can come to more power than they were given, and how.
 *
 * <p>A path leads from a subject to a {@link Goal} by steps, each of which effective rules allow: the rules of the subject and
 * of its groups, wildcards, subresources, names and scopes included. A step uses the power of one identity or one role; what
 * two of them could do together is not looked for. Of roles and bindings everything is known; of what runs, only what the
 * manifests say. Where the manifests cannot say it, it is taken that
 *
 * <ul>
 *   <li>objects that a rule lets somebody change are there, such as a Deployment, but for secrets with the token of a service
 *       account;
 *   <li>of a namespace without workloads, any service account may be in use by a pod;
 *   <li>no other admission than Pod Security stands in the way.
 * </ul>
 *
 * <p>The graph is made once, with one node for all subjects that the same bindings are for; questions do not change it.
 */
public final class RiskAnalysis {

  private final Rbac rbac;
  private final Population population;
  private final Facts facts;
  private final BuiltIn builtIn;
  private final EdgeFinder finder;
  private final SortedSet<Subject> subjects = new TreeSet<>();
  private final Graph graph;

  private RiskAnalysis(Rbac rbac, Cluster cluster) {
    this.rbac = rbac;
    this.builtIn = BuiltIn.policy();
    this.population = new Population(rbac);
    this.facts = new Facts(
        cluster,
        population.named(),
        rbac.roleBindings().stream().map(RoleBinding::scope).toList(),
        BootstrapPolicy.serviceAccounts());
    this.finder = new EdgeFinder(rbac, population, facts);
    subjects.addAll(population.named());
    subjects.addAll(facts.accounts(""));
    this.graph = new Graph(population.settle(subjects), finder::find);
  }

  /** Returns the analysis of a cluster, to which the roles and bindings are added that an API server brings along. */
  public static RiskAnalysis of(Cluster cluster) {
    return new RiskAnalysis(Rbac.of(BootstrapPolicy.addTo(cluster)), cluster);
  }

  /**
   * Returns the analysis of some roles and bindings, as they are.
   *
   * @param cluster the service accounts, workloads, namespaces and secrets there are
   */
  public static RiskAnalysis of(Rbac rbac, Cluster cluster) {
    return new RiskAnalysis(rbac, cluster);
  }

  /**
   * Returns the subjects: those of bindings, the service accounts of the manifests and those of their workloads, and the one
   * called {@code default} of each namespace; by namespace, kind and name.
   */
  public List<Subject> subjects() {
    return List.copyOf(subjects);
  }

  /**
   * Returns the shortest path of each subject to each goal it reaches: by level, then those of everybody before those of one,
   * by goal, length and subject.
   *
   * <p>Left out is what the API server brings along; goals that follow from another the subject reaches; and what a subject can
   * do no faster than any member of a group it is in anyway: that is told of the group.
   */
  public List<RiskPath> paths() {
    return search(graph).paths(subjects, EnumSet.noneOf(Telling.class));
  }

  /** Returns what {@link #paths} does and what is left out there. */
  public List<RiskPath> allPaths() {
    return search(graph).paths(subjects, EnumSet.allOf(Telling.class));
  }

  /** Returns the shortest path of a subject to each goal it reaches and that does not follow from another, the gravest first. */
  public List<RiskPath> pathsOf(Subject subject) {
    Subject whole = subject.canonical("");
    return search(graphWith(whole))
        .paths(List.of(whole), EnumSet.of(Telling.BUILT_IN, Telling.OF_GROUPS));
  }

  /**
   * Returns the gravest path of each subject, gravest subjects first: what to look at first. What {@link #paths} leaves out is
   * left out here.
   */
  public List<RiskPath> topRisks() {
    return search(graph).gravest(subjects);
  }

  /** Returns the graph or, for somebody whom it does not know, one that starts with them. */
  private Graph graphWith(Subject subject) {
    return graph.find(population.node(subject)).isPresent() ? graph : without(subject, Set.of());
  }

  private PathSearch search(Graph in) {
    return new PathSearch(in, goal -> tracer(in, goal), subjects);
  }

  private Tracer tracer(Graph of, Goal goal) {
    return new Tracer(of, goal, finder.actors(), population, builtIn);
  }

  /** Returns the shortest path of a subject to a goal, if there is one. */
  public Optional<RiskPath> path(Subject subject, Goal goal) {
    Subject whole = subject.canonical("");
    return tracer(graphWith(whole), goal).path(whole);
  }

  /**
   * Returns whether a path's subject is kept from its goal, and from whatever implies it, by the removal of a binding: by that
   * path and by any other.
   */
  public boolean closes(Binding binding, RiskPath path) {
    return without(path.subject(), Set.of(binding.ref())).goals().stream()
        .noneMatch(goal -> goal.implies(path.goal()));
  }

  /** Returns which bindings' removal closes a path, and the independent ways to its goal. */
  public Cuts cutsOf(RiskPath path) {
    // A binding that the path does not rest on leaves it as it is.
    List<Binding> closing =
        path.bindings().stream().filter(binding -> closes(binding, path)).toList();
    List<RiskPath> ways = new ArrayList<>(List.of(path));
    Set<ObjectRef> gone = new HashSet<>();
    Optional<RiskPath> next = closing.isEmpty() ? Optional.of(path) : Optional.empty();
    while (next.isPresent() && ways.size() < Cuts.MOST_WAYS) {
      next.get().bindings().forEach(binding -> gone.add(binding.ref()));
      next = next.get().bindings().isEmpty() ? Optional.empty() : another(path, gone);
      next.ifPresent(ways::add);
    }
    return new Cuts(closing, ways, next.isPresent());
  }

  /** Returns the shortest path without some bindings, to the goal or what implies it. */
  private Optional<RiskPath> another(RiskPath path, Set<ObjectRef> gone) {
    EdgeFinder finderOfRest = finderWithout(gone);
    Graph rest = without(path.subject(), gone, finderOfRest);
    return rest.goals().stream()
        .filter(goal -> goal.implies(path.goal()))
        .flatMap(goal -> new Tracer(rest, goal, finderOfRest.actors(), population, builtIn)
            .path(path.subject()).stream())
        .min(Comparator.comparingInt(one -> one.steps().size()));
  }

  private EdgeFinder finderWithout(Set<ObjectRef> gone) {
    return new EdgeFinder(rbac.without(gone), population, facts);
  }

  private Graph without(Subject subject, Set<ObjectRef> gone) {
    return without(subject, gone, finderWithout(gone));
  }

  /** Returns what a subject reaches without some bindings; nodes that those do not concern keep their edges. */
  private Graph without(Subject subject, Set<ObjectRef> gone, EdgeFinder rest) {
    Set<Integer> numbers = population.numbers(gone);
    return new Graph(
        List.of(population.node(subject)),
        node -> isConcerned(node, gone, numbers)
            ? rest.find(node)
            : graph.find(node).map(graph::edges).orElseGet(() -> rest.find(node)));
  }

  private boolean isConcerned(Node node, Set<ObjectRef> gone, Set<Integer> numbers) {
    if (node instanceof Node.Person person && holdsAny(person, numbers)) {
      return true;
    }
    if (node instanceof Node.Constrained constrained
        && (holdsAny(constrained.target(), numbers)
            || isConcerned(constrained.self(), gone, numbers))) {
      return true;
    }
    return graph.find(node).map(graph::edges).orElse(List.of()).stream()
        .anyMatch(edge -> edge.basis().map(Binding::ref).filter(gone::contains).isPresent());
  }

  private static boolean holdsAny(Node.Person person, Set<Integer> numbers) {
    return !Collections.disjoint(person.bindings(), numbers);
  }
}
