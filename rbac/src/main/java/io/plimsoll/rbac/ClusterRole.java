package io.plimsoll.rbac;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules that all bindings can refer to. Mirrors {@code rbac.authorization.k8s.io/v1 ClusterRole}.
 *
 * @param metadata its name and labels
 * @param rules what it allows; of an aggregated role, what was collected so far
 * @param aggregationRule where the rules are collected from, or {@code null} if they are its own
 */
public record ClusterRole(
    ObjectMeta metadata, List<PolicyRule> rules, @Nullable AggregationRule aggregationRule)
    implements RuleSet {

  /** The kind {@code rbac.authorization.k8s.io/v1 ClusterRole}. */
  public static final Kind<ClusterRole> KIND =
      new Kind<>(RbacApi.VERSION, RbacApi.CLUSTER_ROLE, ClusterRole::from);

  public ClusterRole {
    rules = List.copyOf(rules);
  }

  /** Returns a role with rules of its own. */
  public static ClusterRole of(String name, PolicyRule... rules) {
    return new ClusterRole(ObjectMeta.builder().name(name).build(), List.of(rules), null);
  }

  /** Reads the record from a tree. */
  public static ClusterRole from(Fields fields) {
    return new ClusterRole(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        fields.list("rules", PolicyRule::from),
        fields.object("aggregationRule", AggregationRule::from));
  }

  /** Returns this role with other rules. */
  public ClusterRole withRules(List<PolicyRule> others) {
    return new ClusterRole(metadata, others, aggregationRule);
  }

  @Override
  public ClusterRole withMetadata(ObjectMeta other) {
    return new ClusterRole(other, rules, aggregationRule);
  }

  @Override
  public Kind<ClusterRole> objectKind() {
    return KIND;
  }
}
