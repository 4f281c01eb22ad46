package io.plimsoll.rbac.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Paths that say nothing new beside another of the same subject. */
final class Implied {

  private Implied() {}

  /** Returns the paths without those to goals that follow from another goal, which is reached in no more steps. */
  static List<RiskPath> removedFrom(List<RiskPath> paths) {
    Map<Object, List<RiskPath>> bySubject = new HashMap<>();
    paths.forEach(path ->
        bySubject.computeIfAbsent(path.subject(), subject -> new ArrayList<>()).add(path));
    return paths.stream()
        .filter(path -> bySubject.getOrDefault(path.subject(), List.of()).stream()
            .noneMatch(other -> implies(other, path)))
        .toList();
  }

  private static boolean implies(RiskPath other, RiskPath path) {
    return !other.goal().equals(path.goal())
        && other.goal().implies(path.goal())
        && other.steps().size() <= path.steps().size();
  }
}
