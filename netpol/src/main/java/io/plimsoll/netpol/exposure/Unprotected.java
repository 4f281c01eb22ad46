package io.plimsoll.netpol.exposure;

import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;

/**
 * A workload of which no policy decides in a direction, so that everything is allowed.
 *
 * @param workload the workload
 * @param direction the direction
 */
public record Unprotected(Endpoint workload, Direction direction) {

  /** Returns {@code shop/web[Deployment] is not protected on Ingress}. */
  @Override
  public String toString() {
    String side = direction == Direction.EGRESS ? "Egress" : "Ingress";
    return workload + " is not protected on " + side;
  }
}
