package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.PolicyRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds roles that nothing names, and aggregated roles with rules of their own or that collect from one another. */
final class RoleUse {

  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  private final Reach reach;
  private final Map<String, ClusterRole> aggregated = new HashMap<>();
  private final Map<String, List<Problem>> cycles = new HashMap<>();

  RoleUse(Facts facts) {
    this.reach = facts.reach();
    for (ClusterRole role : facts.aggregation().roles()) {
      if (role.aggregationRule() != null) {
        aggregated.put(role.metadata().nameOrEmpty(), role);
      }
    }
    for (Problem problem : facts.aggregation().problems()) {
      if (problem.code().equals("aggregation-cycle") && problem.object() != null) {
        cycles
            .computeIfAbsent(problem.object().name(), name -> new ArrayList<>())
            .add(problem);
      }
    }
  }

  void check(WrittenRole written, List<Finding> found) {
    if (!reach.isUsed(written.role())) {
      String collected = written.role() instanceof ClusterRole ? ", and no role collects it" : "";
      found.add(LintRule.UNUSED_ROLE.at(
          written.object(), NAME, "no binding here grants this role" + collected));
    }
    if (written.isAggregated()) {
      replaced(written, found);
      for (Problem cycle : cycles.getOrDefault(written.name(), List.of())) {
        found.add(LintRule.AGGREGATION_CYCLE.at(
            written.object(), cycle.path(), cycle.severity(), cycle.message()));
      }
    }
  }

  /** A manifest that comes from a cluster has the rules that were collected there, which is fine. */
  private void replaced(WrittenRole written, List<Finding> found) {
    ClusterRole result = aggregated.get(written.name());
    Set<PolicyRule> collected = new HashSet<>(result == null ? List.of() : result.rules());
    if (!collected.containsAll(written.role().rules())) {
      found.add(LintRule.REPLACED_RULES
          .at(
              written.object(),
              WrittenRole.RULES,
              "the rules that an aggregated ClusterRole has of its own are replaced by those it"
                  + " collects")
          .withFix(Patch.of(new Patch.Operation.Remove(WrittenRole.RULES))));
    }
  }
}
