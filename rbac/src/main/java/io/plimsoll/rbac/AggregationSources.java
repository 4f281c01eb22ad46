package io.plimsoll.rbac;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the rules of aggregated roles are written: in the nearest role, on the way of collecting, that has it as its own. */
final class AggregationSources implements RuleSources {

  private final AggregationGraph graph;
  private final List<ClusterRole> roles;
  private final Map<String, Integer> aggregated = new HashMap<>();

  /** Takes the roles with what they have collected, by name. */
  AggregationSources(AggregationGraph graph, List<ClusterRole> roles) {
    this.graph = graph;
    this.roles = List.copyOf(roles);
    graph.aggregated().stream()
        .forEach(role -> aggregated.put(roles.get(role).metadata().nameOrEmpty(), role));
  }

  /** Returns the roles that a role collects from, by name. */
  List<ClusterRole> collected(ClusterRole role) {
    Integer index = aggregated.get(role.metadata().nameOrEmpty());
    return index == null
        ? List.of()
        : graph.selected(index).stream().mapToObj(roles::get).toList();
  }

  @Override
  public RuleSource of(RuleSet role, int rule) {
    Integer start =
        role instanceof ClusterRole ? aggregated.get(role.metadata().nameOrEmpty()) : null;
    return start == null ? RuleSources.OWN.of(role, rule) : search(start, role, rule);
  }

  private RuleSource search(int start, RuleSet role, int rule) {
    PolicyRule wanted = role.rules().get(rule);
    BitSet seen = new BitSet();
    seen.set(start);
    Deque<Integer> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      BitSet others = graph.selected(next.remove());
      others.andNot(seen);
      seen.or(others);
      for (int other = others.nextSetBit(0); other >= 0; other = others.nextSetBit(other + 1)) {
        int found = roles.get(other).rules().indexOf(wanted);
        if (found >= 0 && !graph.aggregated().get(other)) {
          return new RuleSource(roles.get(other).ref(), found);
        }
        if (found >= 0) {
          next.add(other);
        }
      }
    }
    // A rule that only goes round among aggregated roles has lost its origin.
    return RuleSources.OWN.of(role, rule);
  }
}
