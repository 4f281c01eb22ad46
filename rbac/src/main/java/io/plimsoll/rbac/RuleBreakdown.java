package io.plimsoll.rbac;

import java.util.ArrayList;
import java.util.List;

/** Rules taken apart into atomic ones. Mirrors {@code BreakdownRule} of {@code component-helpers/auth/rbac/validation}. */
final class RuleBreakdown {

  /** Lists of a manifest multiply; upstream would run out of memory where this stops. */
  private static final long LIMIT = 250_000;

  private final List<PolicyRule> atoms = new ArrayList<>();

  private RuleBreakdown() {}

  static List<PolicyRule> of(List<PolicyRule> rules) {
    RuleBreakdown breakdown = new RuleBreakdown();
    rules.forEach(breakdown::add);
    return breakdown.atoms;
  }

  private void add(PolicyRule rule) {
    if (atoms.size() + count(rule) > LIMIT) {
      atoms.add(rule);
      return;
    }
    for (String group : rule.apiGroups()) {
      for (String resource : rule.resources()) {
        for (String verb : rule.verbs()) {
          PolicyRule atom = PolicyRule.of(List.of(verb), List.of(group), List.of(resource));
          if (rule.resourceNames().isEmpty()) {
            atoms.add(atom);
          }
          for (String name : rule.resourceNames()) {
            atoms.add(atom.named(name));
          }
        }
      }
    }
    for (String url : rule.nonResourceURLs()) {
      for (String verb : rule.verbs()) {
        atoms.add(PolicyRule.ofUrls(List.of(verb), List.of(url)));
      }
    }
  }

  /** The product of four sizes of lists in memory, as a number that does not overflow. */
  private static double count(PolicyRule rule) {
    double verbs = rule.verbs().size();
    return verbs
            * rule.apiGroups().size()
            * rule.resources().size()
            * Math.max(1, rule.resourceNames().size())
        + verbs * rule.nonResourceURLs().size();
  }
}
