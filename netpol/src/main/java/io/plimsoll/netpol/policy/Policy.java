package io.plimsoll.netpol.policy;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.connection.Direction;
import java.util.List;

/**
 * A policy of any kind, as the engine reads it.
 *
 * @param ref what the object is called
 * @param tier where it stands
 * @param priority its place in its tier; 0 for the NetworkPolicies, whose order does not matter
 * @param subject the pods it is about
 * @param ingress what it says about traffic that comes in
 * @param egress what it says about traffic that goes out
 */
public record Policy(
    ObjectRef ref, Tier tier, int priority, Peer.Pods subject, Side ingress, Side egress) {

  /**
   * What a policy says about one direction.
   *
   * @param applies whether it says anything: a NetworkPolicy without rules denies, a policy of administrators does nothing
   * @param rules the rules in their order
   */
  public record Side(boolean applies, List<Rule> rules) {}

  /** What becomes of the traffic that a rule matches. */
  public enum Action {
    ALLOW,
    DENY,
    PASS
  }

  /**
   * A rule.
   *
   * @param path where it stands in its object
   * @param action what it does
   * @param peers the peers it matches, any of them, in the order of the items they were written as
   * @param ports the destination's ports it matches
   */
  public record Rule(FieldPath path, Action action, List<Peer> peers, Ports ports) {}

  public Side side(Direction direction) {
    return direction == Direction.INGRESS ? ingress : egress;
  }

  /** Returns the rules of a direction that the policy speaks of; none of one that it does not. */
  public List<Rule> rules(Direction direction) {
    Side side = side(direction);
    return side.applies() ? side.rules() : List.of();
  }
}
