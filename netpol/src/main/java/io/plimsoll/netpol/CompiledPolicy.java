package io.plimsoll.netpol;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.netpol.SideDecision.DecidingRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy whose rules have been looked up.
 *
 * @param written the policy
 * @param ingress its rules for what comes in
 * @param egress its rules for what goes out
 */
record CompiledPolicy(
    WrittenPolicy written, List<CompiledRule> ingress, List<CompiledRule> egress) {

  Policy policy() {
    return written.policy();
  }

  List<CompiledRule> rules(Direction direction) {
    return direction == Direction.INGRESS ? ingress : egress;
  }

  /** Returns what names a rule of it, or the policy itself if the path is absent, as what decided. */
  DecidingRule deciding(@Nullable FieldPath rule) {
    return new DecidingRule(policy().ref(), rule, written.isRefused());
  }
}
