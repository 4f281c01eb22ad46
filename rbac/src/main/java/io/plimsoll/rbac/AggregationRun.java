package io.plimsoll.rbac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The passes over all aggregated roles, until one changes nothing.
 *
 * <p>Roles that collect from one another may go round in circles for ever, as rules are replaced and not added. A state that comes
 * again is noticed by Brent's method: the state after some pass is kept, at distances that double. A role is done again only if
 * one it collects from has changed. Rules are numbered, equal ones alike, so that a pass over many roles compares no texts.
 */
final class AggregationRun {

  /** Far more passes than roles that people write need; a bound for what is made up. */
  private static final int SPARE_PASSES = 1_000;

  private final AggregationGraph graph;
  private final List<PolicyRule> distinct = new ArrayList<>();

  /** For each role the numbers of its rules, in order and as a set. */
  private final int[][] rules;

  private final BitSet[] sets;
  private BitSet changed = new BitSet();

  AggregationRun(AggregationGraph graph) {
    this.graph = graph;
    this.rules = new int[graph.roles().size()][];
    this.sets = new BitSet[rules.length];
    Map<PolicyRule, Integer> numbers = new HashMap<>();
    for (int role = 0; role < rules.length; role++) {
      put(
          role,
          graph.roles().get(role).rules().stream()
              .mapToInt(rule -> numbers.computeIfAbsent(rule, this::number))
              .toArray());
    }
  }

  private int number(PolicyRule rule) {
    distinct.add(rule);
    return distinct.size() - 1;
  }

  private void put(int role, int[] numbers) {
    rules[role] = numbers;
    sets[role] = new BitSet();
    IntStream.of(numbers).forEach(sets[role]::set);
  }

  /** Returns whether the roles came to rest. */
  boolean run() {
    int[][] kept = rules.clone();
    int distance = 0;
    int power = 1;
    int passes = graph.aggregated().cardinality() + SPARE_PASSES;
    for (int pass = 0; pass < passes; pass++) {
      pass(pass == 0);
      if (changed.isEmpty()) {
        return true;
      }
      if (Arrays.deepEquals(rules, kept)) {
        return false;
      }
      distance++;
      if (distance == power) {
        kept = rules.clone();
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
        int[] collected = collect(role);
        if (!Arrays.equals(collected, rules[role])) {
          put(role, collected);
          changed.set(role);
        }
      }
    });
  }

  private int[] collect(int role) {
    BitSet seen = new BitSet(distinct.size());
    Ints collected = new Ints();
    graph.forEachSelected(role, other -> {
      BitSet more = (BitSet) sets[other].clone();
      more.andNot(seen);
      if (!more.isEmpty()) {
        for (int rule : rules[other]) {
          if (!seen.get(rule)) {
            seen.set(rule);
            collected.add(rule);
          }
        }
      }
    });
    return collected.toArray();
  }

  /** Returns the roles, by name, with what they have collected. */
  List<ClusterRole> result() {
    List<ClusterRole> result = new ArrayList<>(graph.roles());
    graph.aggregated().stream()
        .forEach(role -> result.set(
            role,
            result
                .get(role)
                .withRules(IntStream.of(rules[role]).mapToObj(distinct::get).toList())));
    return result;
  }
}
