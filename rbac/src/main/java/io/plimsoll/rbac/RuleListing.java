package io.plimsoll.rbac;

import io.plimsoll.core.authz.SubjectRules;
import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules of bindings as a rules review lists them. Mirrors {@code RBACAuthorizer.RulesFor} of {@code plugin/pkg/auth/authorizer/rbac}. */
final class RuleListing {

  private RuleListing() {}

  /** Returns the list; a rule that has resources and URLs counts as two. */
  static SubjectRules of(List<PolicyRule> rules, List<String> errors) {
    List<SubjectRules.ResourceRule> resourceRules = new ArrayList<>();
    List<SubjectRules.NonResourceRule> nonResourceRules = new ArrayList<>();
    for (PolicyRule rule : rules) {
      if (!rule.resources().isEmpty()) {
        resourceRules.add(new SubjectRules.ResourceRule(
            rule.verbs(), rule.apiGroups(), rule.resources(), rule.resourceNames()));
      }
      if (!rule.nonResourceURLs().isEmpty()) {
        nonResourceRules.add(
            new SubjectRules.NonResourceRule(rule.verbs(), rule.nonResourceURLs()));
      }
    }
    Optional<String> error =
        errors.isEmpty() ? Optional.empty() : Optional.of(GoText.aggregate(errors));
    return new SubjectRules(resourceRules, nonResourceRules, false, error);
  }
}
