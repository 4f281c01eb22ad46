package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.List;

/**
 * A policy whose rules have been looked up.
 *
 * @param written the policy
 * @param ingress its rules for what comes in
 * @param egress its rules for what goes out
 */
public record CompiledPolicy(
    WrittenPolicy written, List<CompiledRule> ingress, List<CompiledRule> egress) {

  public Policy policy() {
    return written.policy();
  }

  public List<CompiledRule> rules(Direction direction) {
    return direction == Direction.INGRESS ? ingress : egress;
  }
}
