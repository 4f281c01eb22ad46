package io.plimsoll.netpol;

import java.util.List;

/**
 * A policy whose rules have been looked up.
 *
 * @param policy the policy
 * @param ingress its rules for what comes in
 * @param egress its rules for what goes out
 */
record CompiledPolicy(Policy policy, List<CompiledRule> ingress, List<CompiledRule> egress) {

  List<CompiledRule> rules(Direction direction) {
    return direction == Direction.INGRESS ? ingress : egress;
  }
}
