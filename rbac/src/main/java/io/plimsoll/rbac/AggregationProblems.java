package io.plimsoll.rbac;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with aggregation rules: selectors that are none, and roles that collect from one another. */
final class AggregationProblems {

  private static final FieldPath RULE = FieldPath.of("aggregationRule");

  private final AggregationGraph graph;
  private final boolean settled;
  private final List<Problem> problems = new ArrayList<>();

  /** For each aggregated role, the aggregated roles it collects from, and those that collect from it. */
  private final List<BitSet> selected = new ArrayList<>();

  private final List<BitSet> selecting = new ArrayList<>();

  private AggregationProblems(AggregationGraph graph, boolean settled) {
    this.graph = graph;
    this.settled = settled;
    for (int role = 0; role < graph.roles().size(); role++) {
      BitSet others = graph.selected(role);
      others.and(graph.aggregated());
      selected.add(others);
      selecting.add(new BitSet());
    }
    for (int role = 0; role < selected.size(); role++) {
      int collector = role;
      selected.get(role).stream().forEach(other -> selecting.get(other).set(collector));
    }
  }

  static List<Problem> of(AggregationGraph graph, boolean settled) {
    AggregationProblems problems = new AggregationProblems(graph, settled);
    graph.invalid().forEach(problems::addInvalid);
    problems.addCycles();
    return problems.problems;
  }

  private void addInvalid(int role, AggregationGraph.InvalidSelector invalid) {
    problems.add(Problem.error("invalid-selector", null, invalid.message())
        .in(graph.roles().get(role).ref())
        .at(RULE.field("clusterRoleSelectors").index(invalid.index())));
  }

  private void addCycles() {
    BitSet left = (BitSet) graph.aggregated().clone();
    peel(left, selected, selecting);
    peel(left, selecting, selected);
    for (int role = left.nextSetBit(0); role >= 0; role = left.nextSetBit(role + 1)) {
      BitSet cycle = reached(role, left, selected);
      cycle.and(reached(role, left, selecting));
      if (!cycle.isEmpty()) {
        addCycle(cycle);
        left.andNot(cycle);
      }
    }
  }

  /** Takes roles away that have no step to one that is left, again and again: they are on no cycle. */
  private static void peel(BitSet left, List<BitSet> steps, List<BitSet> back) {
    Deque<Integer> candidates = new ArrayDeque<>();
    left.stream().forEach(candidates::add);
    while (!candidates.isEmpty()) {
      int role = candidates.remove();
      if (left.get(role) && !steps.get(role).intersects(left)) {
        left.clear(role);
        back.get(role).stream().forEach(candidates::add);
      }
    }
  }

  /** Returns the roles among some that one leads to in one step or more. */
  private static BitSet reached(int start, BitSet among, List<BitSet> steps) {
    BitSet reached = new BitSet();
    Deque<Integer> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      BitSet others = (BitSet) steps.get(next.remove()).clone();
      others.and(among);
      others.andNot(reached);
      reached.or(others);
      others.stream().forEach(next::add);
    }
    return reached;
  }

  private void addCycle(BitSet cycle) {
    String names = cycle.stream()
        .mapToObj(role -> '"' + graph.roles().get(role).metadata().nameOrEmpty() + '"')
        .collect(Collectors.joining(", "));
    String end = settled
        ? "what they have in the end depends on the order in which the controller works"
        : "the controller never comes to rest";
    problems.add(Problem.error(
            "aggregation-cycle", null, "the roles " + names + " collect from one another: " + end)
        .withSeverity(settled ? Severity.WARNING : Severity.ERROR)
        .in(graph.roles().get(cycle.nextSetBit(0)).ref())
        .at(RULE));
  }
}
