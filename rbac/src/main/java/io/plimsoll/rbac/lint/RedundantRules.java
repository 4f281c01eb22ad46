package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.PolicyRules;
import io.plimsoll.rbac.RuleCover;
import io.plimsoll.rbac.lint.WrittenRule.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds rules that allow nothing which other rules of the role do not allow as well.
 *
 * <p>Rules are looked at from the last to the first, and one that is found does not cover others any more: all that are found can be
 * taken away together. Each part of a rule is compared with the rules that name its resource, or all resources.
 */
final class RedundantRules {

  private final Effort effort;

  RedundantRules(Effort effort) {
    this.effort = effort;
  }

  void check(WrittenRole role, List<Finding> found) {
    if (role.role().rules().size() < 2 || role.isAggregated()) {
      return;
    }
    List<WrittenRule> rules = role.rules();
    RulesByResource others = new RulesByResource(rules);
    for (int i = rules.size() - 1; i >= 0; i--) {
      WrittenRule written = rules.get(i);
      if (!written.isAboutResources() && !written.isAboutUrls()) {
        continue;
      }
      Set<Integer> covering = others.covering(written, effort);
      if (!covering.isEmpty()) {
        others.remove(written);
        found.add(finding(written, rules, covering));
      }
    }
  }

  private static Finding finding(
      WrittenRule written, List<WrittenRule> rules, Set<Integer> covering) {
    List<String> others =
        covering.stream().map(index -> rules.get(index).path().toString()).toList();
    String names = String.join(" and ", others);
    boolean shadowed = !written.rule().resourceNames().isEmpty()
        && covering.stream()
            .allMatch(index -> rules.get(index).rule().resourceNames().isEmpty());
    Finding finding = shadowed
        ? LintRule.SHADOWED_RULE.at(
            written.object(),
            written.path(Part.RESOURCE_NAMES),
            names + (others.size() == 1 ? " allows" : " allow") + " the same for all names")
        : LintRule.REDUNDANT_RULE.at(
            written.object(),
            written.path(),
            names + (others.size() == 1 ? " allows" : " allow") + " all that this rule does");
    return finding.withFix(written.remove());
  }

  /** The rules that are left, by the resources they name. */
  private static final class RulesByResource {

    private final List<RuleCover> covers;
    private final Map<String, Set<Integer>> byResource = new HashMap<>();
    private final Set<Integer> urls = new TreeSet<>();

    RulesByResource(List<WrittenRule> rules) {
      covers = rules.stream().map(written -> new RuleCover(written.rule())).toList();
      for (WrittenRule written : rules) {
        for (String resource : written.rule().resources()) {
          byResource.computeIfAbsent(resource, r -> new TreeSet<>()).add(written.index());
        }
        if (written.isAboutUrls()) {
          urls.add(written.index());
        }
      }
    }

    void remove(WrittenRule written) {
      for (String resource : written.rule().resources()) {
        byResource.getOrDefault(resource, Set.of()).remove(written.index());
      }
      urls.remove(written.index());
    }

    /** Returns the other rules that cover a rule together; none if they do not. */
    Set<Integer> covering(WrittenRule written, Effort effort) {
      if (!effort.allows(parts(written.rule()))) {
        return Set.of();
      }
      Set<Integer> covering = new TreeSet<>();
      for (PolicyRule atom : PolicyRules.breakdown(List.of(written.rule()))) {
        int first = first(atom, written.index(), effort);
        if (first < 0) {
          return Set.of();
        }
        covering.add(first);
      }
      return covering;
    }

    /** Returns into how many parts a rule is taken; four lengths of lists may multiply to more than a number holds. */
    private static long parts(PolicyRule rule) {
      double verbs = rule.verbs().size();
      double names = Math.max(1, rule.resourceNames().size());
      double urls = rule.nonResourceURLs().size();
      return (long)
          (verbs * (rule.apiGroups().size() * (names * rule.resources().size()) + urls));
    }

    private int first(PolicyRule atom, int self, Effort effort) {
      Set<Integer> candidates = candidates(atom);
      if (!effort.allows(candidates.size())) {
        return -1;
      }
      for (int candidate : candidates) {
        if (candidate != self && covers.get(candidate).covers(atom)) {
          return candidate;
        }
      }
      return -1;
    }

    private Set<Integer> candidates(PolicyRule atom) {
      if (atom.resources().size() != 1) {
        return atom.resources().isEmpty() ? urls : Set.of();
      }
      String resource = atom.resources().get(0);
      int slash = resource.indexOf('/');
      List<Set<Integer>> sets = new ArrayList<>();
      for (String name :
          List.of(resource, "*", slash < 0 ? resource : "*" + resource.substring(slash))) {
        Set<Integer> set = byResource.get(name);
        if (set != null && !sets.contains(set)) {
          sets.add(set);
        }
      }
      if (sets.size() == 1) {
        return sets.get(0);
      }
      Set<Integer> all = new TreeSet<>();
      sets.forEach(all::addAll);
      return all;
    }
  }
}
