package io.plimsoll.rbac.kubectl;

import io.plimsoll.core.authz.SubjectRules;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.PolicyRules;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code kubectl auth can-i --list} prints. Mirrors {@code kubectl/pkg/cmd/auth/cani.go}.
 *
 * @param rules the rules as those of a role, those about resources first
 * @param warning what it warns of, or empty: errors alone are no reason to
 */
public record CanIList(List<PolicyRule> rules, String warning) {

  public CanIList {
    rules = List.copyOf(rules);
  }

  /** Returns the list of what an authorizer says a user may do. */
  public static CanIList of(SubjectRules answer) {
    List<PolicyRule> rules = new ArrayList<>();
    for (SubjectRules.ResourceRule rule : answer.resourceRules()) {
      rules.add(new PolicyRule(
          rule.verbs(), rule.apiGroups(), rule.resources(), rule.resourceNames(), List.of()));
    }
    for (SubjectRules.NonResourceRule rule : answer.nonResourceRules()) {
      rules.add(PolicyRule.ofUrls(rule.verbs(), rule.nonResourceURLs()));
    }
    String warning = answer.incomplete()
        ? "the list may be incomplete: " + answer.evaluationError().orElse("")
        : "";
    return new CanIList(rules, warning);
  }

  /** Returns the table. */
  public String output() {
    return PolicyRules.table(rules);
  }
}
