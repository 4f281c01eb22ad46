package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.lint.WrittenRule.Part;
import java.util.ArrayList;
import java.util.List;

/** Finds stars that match everything. Of a rule that has several, only what they mean together is told. */
final class Wildcards {

  private final Vocabulary vocabulary;

  Wildcards(Facts facts) {
    this.vocabulary = facts.vocabulary();
  }

  void check(WrittenRule written, List<Finding> found) {
    PolicyRule rule = written.rule();
    boolean verbs = rule.verbs().contains(WrittenRule.ALL);
    if (written.isAboutUrls() && rule.nonResourceURLs().contains(WrittenRule.ALL)) {
      int star = rule.nonResourceURLs().indexOf(WrittenRule.ALL);
      found.add(LintRule.WILDCARD_URLS.at(
          written.object(),
          written.path(Part.URLS, star),
          "\"*\" is every URL that is no resource, metrics and profiles of the API server too"));
    }
    if (!written.isAboutResources()) {
      return;
    }
    boolean groups = rule.apiGroups().contains(WrittenRule.ALL);
    boolean resources = rule.resources().contains(WrittenRule.ALL);
    if (verbs && groups && resources) {
      found.add(LintRule.WILDCARD_ALL.at(
          written.object(),
          written.path(),
          "the rule allows every verb on every resource of every API group"
              + (rule.resourceNames().isEmpty()
                  ? ", as cluster-admin does"
                  : ", if the object has one of the names")));
      return;
    }
    if (resources) {
      resources(written, groups, found);
    } else if (groups) {
      found.add(LintRule.WILDCARD_API_GROUPS.at(
          written.object(),
          written.path(Part.API_GROUPS, rule.apiGroups().indexOf(WrittenRule.ALL)),
          "\"*\" is every API group, those of custom resources too"));
    }
    if (verbs) {
      verbs(written, found);
    }
  }

  private void resources(WrittenRule written, boolean groups, List<Finding> found) {
    PolicyRule rule = written.rule();
    String where = groups
        ? "every API group, Secrets included"
        : rule.apiGroups().contains("")
            ? "the core group, Secrets and subresources such as pods/exec included"
            : "the group, subresources and those still to come included";
    found.add(LintRule.WILDCARD_RESOURCES.at(
        written.object(),
        written.path(Part.RESOURCES, rule.resources().indexOf(WrittenRule.ALL)),
        isCustom(rule) ? Severity.INFO : Severity.WARNING,
        "\"*\" is every resource of " + where));
  }

  private void verbs(WrittenRule written, List<Finding> found) {
    PolicyRule rule = written.rule();
    List<String> special = special(rule);
    boolean plain = special.isEmpty() && !rule.resources().contains(WrittenRule.ALL);
    String more = special.isEmpty() ? "" : ", " + String.join(" and ", special) + " included";
    found.add(LintRule.WILDCARD_VERBS.at(
        written.object(),
        written.path(Part.VERBS, rule.verbs().indexOf(WrittenRule.ALL)),
        plain || isCustom(rule) ? Severity.INFO : Severity.WARNING,
        "\"*\" is every verb" + more + ", and those still to come"));
  }

  /** Returns whether a rule is about custom resources: who owns those may well do everything with them. */
  private boolean isCustom(PolicyRule rule) {
    return rule.apiGroups().stream()
        .noneMatch(group -> group.equals(WrittenRule.ALL) || vocabulary.isComplete(group));
  }

  /** Returns the verbs that give power over others, of the resources of a rule. */
  private List<String> special(PolicyRule rule) {
    List<String> special = new ArrayList<>();
    for (String verb : List.of("bind", "escalate", "impersonate", "approve", "sign")) {
      boolean taken = rule.apiGroups().stream()
          .anyMatch(group -> rule.resources().stream()
              .anyMatch(resource -> vocabulary
                  .find(group, resource)
                  .filter(known -> known.verbs().contains(verb))
                  .isPresent()));
      if (taken) {
        special.add(verb);
      }
    }
    return special;
  }
}
