package io.plimsoll.rbac;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import java.util.List;

/**
 * Where a ClusterRole takes its rules from: from all ClusterRoles that one of the selectors matches. Mirrors {@code
 * rbac.authorization.k8s.io/v1 AggregationRule}.
 *
 * @param clusterRoleSelectors the selectors, in the order in which the rules are taken; the empty selector matches every role
 */
public record AggregationRule(List<LabelSelector> clusterRoleSelectors) {

  public AggregationRule {
    clusterRoleSelectors = List.copyOf(clusterRoleSelectors);
  }

  /** Reads the record from a tree. */
  public static AggregationRule from(Fields fields) {
    return new AggregationRule(fields.list("clusterRoleSelectors", LabelSelector::from));
  }
}
