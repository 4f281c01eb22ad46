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

/**
 * Finds roles that nothing names, roles that are the API server's own with other rules, and aggregated roles with rules of their
 * own or that collect from one another.
 */
final class RoleUse {

  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  /** Mirrors {@code rbac.authorization/v1 AutoUpdateAnnotationKey}. */
  private static final String AUTO_UPDATE = "rbac.authorization.kubernetes.io/autoupdate";

  private final Reach reach;
  private final OwnObjects own;
  private final Map<String, ClusterRole> aggregated = new HashMap<>();
  private final Map<String, List<Problem>> cycles = new HashMap<>();

  RoleUse(Facts facts) {
    this.reach = facts.reach();
    this.own = facts.own();
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
    // A role without a name cannot be granted, and its reader misses the name.
    if (!written.name().isEmpty() && !reach.isUsed(written.role())) {
      String collected = written.role() instanceof ClusterRole ? ", and no role collects it" : "";
      found.add(LintRule.UNUSED_ROLE.at(
          written.object(), NAME, "no binding here grants this role" + collected));
    }
    if (own.find(written.role()).isPresent()) {
      found.add(redefined(written));
    }
    if (written.isAggregated()) {
      replaced(written, found);
      for (Problem cycle : cycles.getOrDefault(written.name(), List.of())) {
        found.add(LintRule.AGGREGATION_CYCLE.at(
            written.object(), cycle.path(), cycle.severity(), cycle.message()));
      }
    }
  }

  /** Mirrors {@code ReconcileRole} of {@code k8s.io/component-helpers/auth/rbac/reconciliation}, which runs when the server starts. */
  private static Finding redefined(WrittenRole written) {
    boolean left = "false".equals(written.role().metadata().annotations().get(AUTO_UPDATE));
    return LintRule.REDEFINED_ROLE.at(
        written.object(),
        NAME,
        "the API server has a role of this name with other rules, "
            + (left
                ? "and leaves this one as it is, also where an upgrade needs more"
                : "and adds what this one lacks of them when it starts"));
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
