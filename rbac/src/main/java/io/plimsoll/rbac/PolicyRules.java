package io.plimsoll.rbac;

import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Lists of rules: what they cover, taken apart and put together again.
 *
 * <p>Mirrors {@code component-helpers/auth/rbac/validation}, {@code pkg/registry/rbac/validation/policy_compact.go} and {@code
 * kubectl/pkg/util/rbac}.
 */
public final class PolicyRules {

  private PolicyRules() {}

  /**
   * Returns whether the owner's rules allow all that the servant's do.
   *
   * <p>Each atomic rule of the servant must be allowed by one rule of the owner. What the servant writes as {@code *} is a text
   * like others: the list of all verbs does not cover the verb {@code *}. A rule without verbs, or with neither groups and
   * resources nor URLs, allows nothing and is covered.
   */
  public static Coverage covers(List<PolicyRule> owner, List<PolicyRule> servant) {
    List<RuleCover> covers = owner.stream().map(RuleCover::new).toList();
    return new Coverage(breakdown(servant).stream()
        .filter(atom -> covers.stream().noneMatch(cover -> cover.covers(atom)))
        .toList());
  }

  /**
   * Returns the rules taken apart: one rule for each group, resource, verb and name, in this nesting, then one for each URL and
   * verb. Where that would be more than 250,000 rules, the rest stays whole.
   */
  public static List<PolicyRule> breakdown(List<PolicyRule> rules) {
    return List.copyOf(RuleBreakdown.of(rules));
  }

  /**
   * Returns the rules with those of one group, one resource and the same name, or no name, made one: the verbs are put one after
   * the other, repeated ones too. All others come first.
   *
   * <p>Upstream leaves the order of those it made one to chance; here it is that of their first parts.
   */
  public static List<PolicyRule> compact(List<PolicyRule> rules) {
    return compact(rules, false);
  }

  private static List<PolicyRule> compact(List<PolicyRule> rules, boolean distinct) {
    List<PolicyRule> result = new ArrayList<>();
    Map<PolicyRule, List<String>> simple = new LinkedHashMap<>();
    for (PolicyRule rule : rules) {
      if (isSimple(rule)) {
        simple
            .computeIfAbsent(rule.withVerbs(List.of()), key -> new ArrayList<>())
            .addAll(rule.verbs());
      } else {
        result.add(rule);
      }
    }
    simple.forEach((rule, verbs) ->
        result.add(rule.withVerbs(distinct ? List.copyOf(new LinkedHashSet<>(verbs)) : verbs)));
    return List.copyOf(result);
  }

  private static boolean isSimple(PolicyRule rule) {
    return rule.apiGroups().size() == 1
        && rule.resources().size() == 1
        && rule.resourceNames().size() <= 1
        && rule.nonResourceURLs().isEmpty();
  }

  /** Returns the rules in the order in which {@code kubectl} shows them: by verbs, then groups, resources, names and URLs. */
  public static List<PolicyRule> sorted(List<PolicyRule> rules) {
    record Keyed(String key, PolicyRule rule) {}
    return rules.stream()
        .map(rule -> new Keyed(protoText(rule), rule))
        .sorted(Comparator.comparing(Keyed::key, GoText::compare))
        .map(Keyed::rule)
        .toList();
  }

  /** Mirrors {@code PolicyRule.String} of {@code k8s.io/api/rbac/v1}. */
  private static String protoText(PolicyRule rule) {
    return "&PolicyRule{Verbs:" + GoText.list(rule.verbs())
        + ",APIGroups:" + GoText.list(rule.apiGroups())
        + ",Resources:" + GoText.list(rule.resources())
        + ",ResourceNames:" + GoText.list(rule.resourceNames())
        + ",NonResourceURLs:" + GoText.list(rule.nonResourceURLs()) + ",}";
  }

  /** Returns the rules as {@code kubectl} shows them: taken apart, each resource once, sorted. */
  public static List<PolicyRule> forDisplay(List<PolicyRule> rules) {
    return sorted(compact(breakdown(rules), true));
  }

  /**
   * Returns the table that {@code kubectl auth can-i --list} prints of the rules: resources, URLs, names and verbs, a header and
   * a line for each of {@link #forDisplay}.
   */
  public static String table(List<PolicyRule> rules) {
    return RuleTable.print(forDisplay(rules));
  }
}
