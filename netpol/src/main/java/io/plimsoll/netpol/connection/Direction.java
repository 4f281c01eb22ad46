package io.plimsoll.netpol.connection;

/** One of the two sides from which a connection is judged. */
public enum Direction {
  /** The destination's side: may it come in? */
  INGRESS,
  /** The source's side: may it go out? */
  EGRESS;

  /** Returns the other side. */
  public Direction opposite() {
    return this == INGRESS ? EGRESS : INGRESS;
  }
}
