package io.plimsoll.netpol.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.api.NetworkPolicySpec;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.engine.CompiledPolicy;
import io.plimsoll.netpol.engine.Unit;
import io.plimsoll.netpol.network.WorkloadObjects;
import io.plimsoll.netpol.policy.Tier;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What {@code policyTypes} makes of a NetworkPolicy against the look of it: rules, or an empty list that looks as if it denied,
 * of a direction that is not among the types; and ingress that is isolated by default, in a policy of which all rules are about
 * egress.
 */
final class IgnoredRules extends LintCheck {

  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final FieldPath TYPES = SPEC.field("policyTypes");

  IgnoredRules(LintedCluster cluster, Consumer<Finding> found) {
    super(cluster, found);
  }

  @Override
  void check() {
    for (WrittenPolicy policy : cluster.policies()) {
      if (policy.isNetworkPolicy()) {
        NetworkPolicySpec spec = policy.object().as(NetworkPolicy.KIND).spec();
        List<String> types = spec.policyTypes();
        boolean understood = Set.of("Ingress", "Egress").containsAll(types);
        if (understood && !spec.types().contains("Ingress")) {
          ignored(policy, "Ingress", SPEC.field("ingress"));
        }
        if (understood && !spec.types().contains("Egress")) {
          ignored(policy, "Egress", SPEC.field("egress"));
        }
        if (types.isEmpty() && spec.types().contains("Egress")) {
          implied(policy);
        }
      }
    }
  }

  private void ignored(WrittenPolicy policy, String type, FieldPath rules) {
    if (!(policy.at(rules) instanceof SequenceValue list)) {
      return;
    }
    boolean empty = list.size() == 0;
    String message =
        (empty ? "denies nothing" : "is ignored") + ": policyTypes does not have \"" + type + "\"";
    Patch both = Patch.of(new Patch.Operation.Add(
        TYPES, SequenceValue.of(List.of(ScalarValue.of("Ingress"), ScalarValue.of("Egress")))));
    report(LintRule.IGNORED_RULES
        .at(policy.object(), rules, empty ? Severity.INFO : Severity.WARNING, message)
        .withFix(both));
  }

  private void implied(WrittenPolicy policy) {
    if (policy.at(SPEC.field("ingress")) != null) {
      return;
    }
    List<Unit> alone = new ArrayList<>();
    cluster.select(policy.policy().subject()).forEach(one -> {
      boolean only = cluster.engine().policies(Direction.INGRESS, one).stream()
              .map(CompiledPolicy::policy)
              .filter(other -> other.tier() == Tier.NETWORK_POLICY)
              .count()
          == 1;
      if (only) {
        alone.addAll(cluster.unitsOf(one));
      }
    });
    if (!alone.isEmpty()) {
      String message =
          "is absent, so that the policy isolates for ingress as well, and alone keeps "
              + "everybody from " + WorkloadObjects.names(alone);
      report(LintRule.IMPLIED_INGRESS
          .at(policy.object(), TYPES, message)
          .withAllowed(List.of("[Egress]", "[Ingress, Egress]")));
    }
  }
}
