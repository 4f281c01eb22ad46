package io.plimsoll.netpol;

import io.plimsoll.netpol.PluginProfile.Gap;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.List;

/** What a network plug-in makes of policies: those of some kinds do not exist for it, others do in part. */
final class Enforcement {

  private static final Policy.Side NOTHING = new Policy.Side(false, List.of());

  private Enforcement() {}

  /** Returns the policies that have an effect, with those parts that have. */
  static List<WrittenPolicy> of(List<WrittenPolicy> policies, PluginProfile plugin) {
    if (plugin.gaps().isEmpty()) {
      return policies;
    }
    return policies.stream()
        .filter(one -> !plugin.ignores(one.object().ref()))
        .map(one -> plugin.lacks(Gap.EGRESS) ? one.as(withoutEgress(one.policy())) : one)
        .toList();
  }

  private static Policy withoutEgress(Policy policy) {
    return new Policy(
        policy.ref(),
        policy.tier(),
        policy.priority(),
        policy.subject(),
        policy.ingress(),
        NOTHING);
  }
}
