package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.rbac.PolicyRule;
import java.util.ArrayList;
import java.util.List;

/** Finds rules that lack a part, and roles that have none. */
final class EmptyRules {

  private EmptyRules() {}

  static void checkRole(WrittenRole role, List<Finding> found) {
    if (role.role().rules().isEmpty() && !role.isAggregated()) {
      found.add(LintRule.EMPTY_ROLE.at(
          role.object(), WrittenRole.RULES, "the role has no rules, it allows nothing"));
    }
  }

  static void checkRule(WrittenRule written, List<Finding> found) {
    List<String> missing = missing(written.rule());
    if (!missing.isEmpty()) {
      String message = "the rule has no " + String.join(" and no ", missing)
          + ", it allows nothing, and the API server refuses it";
      found.add(LintRule.EMPTY_RULE
          .at(written.object(), written.path(), message)
          .withFix(written.remove()));
    }
  }

  private static List<String> missing(PolicyRule rule) {
    List<String> missing = new ArrayList<>();
    if (rule.verbs().isEmpty()) {
      missing.add("verbs");
    }
    if (rule.nonResourceURLs().isEmpty()) {
      if (rule.apiGroups().isEmpty()) {
        missing.add("apiGroups");
      }
      if (rule.resources().isEmpty()) {
        missing.add("resources");
      }
    }
    return missing;
  }
}
