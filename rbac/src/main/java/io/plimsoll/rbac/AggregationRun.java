package io.plimsoll.rbac;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The passes over all aggregated roles, until one changes nothing.
 *
 * <p>Roles that collect from one another may go round in circles for ever, as rules are replaced and not added. A state that comes
 * again is noticed by Brent's method: the state after some pass is kept, at distances that double. A role is done again only if
 * one it collects from has changed.
 */
final class AggregationRun {

  /** Far more passes than roles that people write need; a bound for what is made up. */
  private static final int SPARE_PASSES = 1_000;

  private final AggregationGraph graph;
  private final List<List<PolicyRule>> rules = new ArrayList<>();
  private BitSet changed;

  AggregationRun(AggregationGraph graph) {
    this.graph = graph;
    for (ClusterRole role : graph.roles()) {
      rules.add(role.rules());
    }
    changed = new BitSet();
    changed.set(0, rules.size());
  }

  /** Returns whether the roles came to rest. */
  boolean run() {
    List<List<PolicyRule>> kept = List.copyOf(rules);
    int distance = 0;
    int power = 1;
    int passes = graph.aggregated().cardinality() + SPARE_PASSES;
    for (int pass = 0; pass < passes; pass++) {
      pass(pass == 0);
      if (changed.isEmpty()) {
        return true;
      }
      if (rules.equals(kept)) {
        return false;
      }
      distance++;
      if (distance == power) {
        kept = List.copyOf(rules);
        power *= 2;
        distance = 0;
      }
    }
    return false;
  }

  /** Does every role of which one it collects from changed since it was done: in the last pass, or earlier in this one. */
  private void pass(boolean first) {
    BitSet before = changed;
    changed = new BitSet();
    graph.aggregated().stream().forEach(role -> {
      BitSet selected = graph.selected(role);
      if (first || selected.intersects(before) || selected.intersects(changed)) {
        List<PolicyRule> collected = collect(role);
        if (!collected.equals(rules.get(role))) {
          rules.set(role, collected);
          changed.set(role);
        }
      }
    });
  }

  private List<PolicyRule> collect(int role) {
    Set<PolicyRule> collected = new LinkedHashSet<>();
    graph.forEachSelected(role, other -> collected.addAll(rules.get(other)));
    return List.copyOf(collected);
  }

  /** Returns the roles, by name, with what they have collected. */
  List<ClusterRole> result() {
    List<ClusterRole> result = new ArrayList<>(graph.roles());
    graph.aggregated().stream()
        .forEach(role -> result.set(role, result.get(role).withRules(rules.get(role))));
    return result;
  }
}
