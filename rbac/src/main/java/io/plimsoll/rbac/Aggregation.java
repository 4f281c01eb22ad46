package io.plimsoll.rbac;

import io.plimsoll.core.manifest.Problem;
import java.util.List;
import java.util.Optional;

/**
 * ClusterRoles with the rules that aggregated ones collect from others.
 *
 * <p>An aggregated role has the rules of all roles that one of its selectors matches: selector by selector, the roles of each by
 * name, itself left out, every rule once. Roles may collect from aggregated roles, so this is done in the order of names, again
 * and again, until nothing changes. Mirrors {@code pkg/controller/clusterroleaggregation}.
 */
public final class Aggregation {

  private final List<ClusterRole> roles;
  private final List<Problem> problems;
  private final boolean settled;
  private final AggregationSources sources;

  private Aggregation(
      List<ClusterRole> roles,
      List<Problem> problems,
      boolean settled,
      AggregationSources sources) {
    this.roles = List.copyOf(roles);
    this.problems = List.copyOf(problems);
    this.settled = settled;
    this.sources = sources;
  }

  /** Returns the roles, aggregated. */
  public static Aggregation of(List<ClusterRole> roles) {
    AggregationGraph graph = new AggregationGraph(roles);
    AggregationRun run = new AggregationRun(graph);
    boolean settled = run.run();
    return new Aggregation(
        graph.inGivenOrder(run.result()),
        AggregationProblems.of(graph, settled),
        settled,
        new AggregationSources(graph, run.result()));
  }

  /** Returns the roles in the order they were given; those that are not aggregated are as they were. */
  public List<ClusterRole> roles() {
    return roles;
  }

  /**
   * Returns what is wrong, by the name of the role: {@code invalid-selector} for a role that is left as it is; {@code
   * aggregation-cycle} for roles that collect from one another, a warning if they come to rest in the end and an error if they
   * never do.
   */
  public List<Problem> problems() {
    return problems;
  }

  /** Returns whether the roles came to rest; if not, they are as some pass left them. */
  public boolean isSettled() {
    return settled;
  }

  /** Returns where a rule of one of the roles was collected from; empty if it is the role's own. */
  public Optional<RuleSource> source(ClusterRole role, int rule) {
    RuleSource source = sources.of(role, rule);
    return source.role().equals(role.ref()) ? Optional.empty() : Optional.of(source);
  }

  /** Returns the roles that one of the roles collects rules from, by name; none if it is not aggregated. */
  public List<ClusterRole> collected(ClusterRole role) {
    return sources.collected(role);
  }

  RuleSources sources() {
    return sources;
  }
}
