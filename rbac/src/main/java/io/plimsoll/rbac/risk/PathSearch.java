package io.plimsoll.rbac.risk;

import io.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The search for the paths of many subjects, goal by goal, so that only what is told is written down. */
final class PathSearch {

  private final Graph graph;
  private final Function<Goal, Tracer> tracers;
  private final Set<Subject> known;

  /**
   * Takes where to search.
   *
   * @param known the subjects of whom paths are told at all, groups among them
   */
  PathSearch(Graph graph, Function<Goal, Tracer> tracers, Set<Subject> known) {
    this.graph = graph;
    this.tracers = tracers;
    this.known = known;
  }

  /** Takes what was found of one subject and one goal. */
  @FunctionalInterface
  private interface Finding {
    void take(Subject subject, Goal goal, Tracer tracer);
  }

  /** Returns the paths, sorted. */
  List<RiskPath> paths(Collection<Subject> subjects, Set<Telling> telling) {
    List<RiskPath> paths = new ArrayList<>();
    search(
        subjects,
        telling,
        (subject, goal, tracer) -> path(subject, tracer, telling).ifPresent(paths::add));
    paths.sort(RiskOrder.INSTANCE);
    return List.copyOf(paths);
  }

  /** Returns the first of the paths of each subject that need attention, sorted. */
  List<RiskPath> gravest(Collection<Subject> subjects) {
    Map<Subject, RiskPath> first = new HashMap<>();
    search(subjects, Set.of(), (subject, goal, tracer) -> {
      RiskPath known = first.get(subject);
      if (known == null || mayPrecede(goal, tracer.distance(subject).orElseThrow(), known)) {
        path(subject, tracer, Set.of())
            .filter(path -> known == null || RiskOrder.INSTANCE.compare(path, known) < 0)
            .ifPresent(path -> first.put(subject, path));
      }
    });
    return first.values().stream().sorted(RiskOrder.INSTANCE).toList();
  }

  /** Whether a path of the same subject may come before, so that it is worth writing down. */
  private static boolean mayPrecede(Goal goal, int steps, RiskPath known) {
    int order = goal.level().compareTo(known.level());
    order = order != 0 ? order : goal.kind().compareTo(known.goal().kind());
    return order < 0 || (order == 0 && steps < known.steps().size());
  }

  private void search(Collection<Subject> subjects, Set<Telling> telling, Finding finding) {
    Map<Subject, List<Goal>> reached = new HashMap<>();
    // The gravest goals come first: what follows from another comes after it.
    for (Goal goal : graph.goals()) {
      Tracer tracer = tracers.apply(goal);
      for (Subject subject : subjects) {
        List<Goal> before = reached.computeIfAbsent(subject, s -> new ArrayList<>(1));
        boolean follows = !telling.contains(Telling.IMPLIED)
            && before.stream().anyMatch(graver -> graver.implies(goal));
        if (!follows && tracer.distance(subject).isPresent()) {
          before.add(goal);
          finding.take(subject, goal, tracer);
        }
      }
    }
  }

  private Optional<RiskPath> path(Subject subject, Tracer tracer, Set<Telling> telling) {
    boolean ofGroup = !telling.contains(Telling.OF_GROUPS) && isThroughGroup(subject, tracer);
    return ofGroup
        ? Optional.empty()
        : tracer
            .path(subject)
            .filter(path -> telling.contains(Telling.BUILT_IN) || !path.builtIn());
  }

  private boolean isThroughGroup(Subject subject, Tracer tracer) {
    int own = tracer.distance(subject).orElse(Integer.MAX_VALUE);
    return subject.impliedGroups().stream()
        .filter(known::contains)
        .flatMap(group -> tracer.distance(group).stream())
        .anyMatch(distance -> distance <= own);
  }
}
