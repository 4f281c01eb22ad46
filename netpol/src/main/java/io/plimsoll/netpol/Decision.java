package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.Direction;

/**
 * Whether a connection is allowed, and why: both sides must allow it.
 *
 * @param egress what the source's side says
 * @param ingress what the destination's side says
 */
public record Decision(SideDecision egress, SideDecision ingress) {

  /** Returns whether both sides allow it. */
  public boolean allowed() {
    return egress.allowed() && ingress.allowed();
  }

  /** Returns what one side says. */
  public SideDecision side(Direction direction) {
    return direction == Direction.EGRESS ? egress : ingress;
  }
}
