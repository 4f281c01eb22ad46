package io.plimsoll.rbac.kubectl;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.rbac.AggregationRule;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.PolicyRules;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes one role of another. Mirrors {@code computeReconciledRole} of {@code component-helpers/auth/rbac/reconciliation}. */
final class RoleReconciliation {

  private final RuleSet existing;
  private final RuleSet expected;
  private final boolean removesExtra;

  private RoleReconciliation(RuleSet existing, RuleSet expected, boolean removesExtra) {
    this.existing = existing;
    this.expected = expected;
    this.removesExtra = removesExtra;
  }

  static Reconciliation.OfRole of(
      @Nullable RuleSet existing, RuleSet expected, boolean removesExtra) {
    return existing == null
        ? new Reconciliation.OfRole(
            expected,
            Operation.CREATE,
            false,
            expected.rules(),
            List.of(),
            selectors(expected),
            List.of(),
            removesExtra)
        : new RoleReconciliation(existing, expected, removesExtra).run();
  }

  private Reconciliation.OfRole run() {
    List<PolicyRule> missing =
        PolicyRules.covers(existing.rules(), expected.rules()).uncovered();
    boolean bothAggregated = aggregation(existing) != null && aggregation(expected) != null;
    List<PolicyRule> extra = bothAggregated
        ? List.of()
        : PolicyRules.covers(expected.rules(), existing.rules()).uncovered();
    List<LabelSelector> missingSelectors = without(selectors(expected), selectors(existing));
    List<LabelSelector> extraSelectors = aggregation(expected) == null
        ? selectors(existing)
        : without(selectors(existing), selectors(expected));

    RuleSet result = result(
        rules(missing, !extra.isEmpty()), aggregation(missingSelectors, !extraSelectors.isEmpty()));
    return new Reconciliation.OfRole(
        result,
        result.equals(existing) ? Operation.NONE : Operation.UPDATE,
        ReconciledMeta.isProtected(existing.metadata()),
        missing,
        extra,
        missingSelectors,
        extraSelectors,
        removesExtra);
  }

  private List<PolicyRule> rules(List<PolicyRule> missing, boolean hasExtra) {
    if (removesExtra) {
      return missing.isEmpty() && !hasExtra ? existing.rules() : expected.rules();
    }
    return concat(existing.rules(), missing);
  }

  private @Nullable AggregationRule aggregation(List<LabelSelector> missing, boolean hasExtra) {
    AggregationRule wanted = aggregation(expected);
    AggregationRule current = aggregation(existing);
    if (wanted == null || (missing.isEmpty() && !(removesExtra && hasExtra))) {
      return wanted == null ? null : current;
    }
    return removesExtra ? wanted : new AggregationRule(concat(selectors(existing), missing));
  }

  private RuleSet result(List<PolicyRule> rules, @Nullable AggregationRule aggregation) {
    ObjectMeta metadata = ReconciledMeta.merged(existing.metadata(), expected.metadata());
    return existing instanceof Role
        ? new Role(metadata, rules)
        : new ClusterRole(metadata, rules, aggregation);
  }

  private static @Nullable AggregationRule aggregation(RuleSet role) {
    return role instanceof ClusterRole clusterRole ? clusterRole.aggregationRule() : null;
  }

  private static List<LabelSelector> selectors(RuleSet role) {
    AggregationRule rule = aggregation(role);
    return rule == null ? List.of() : rule.clusterRoleSelectors();
  }

  private static List<LabelSelector> without(
      List<LabelSelector> selectors, List<LabelSelector> others) {
    Set<LabelSelector> known = new HashSet<>(others);
    return selectors.stream().filter(selector -> !known.contains(selector)).toList();
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
