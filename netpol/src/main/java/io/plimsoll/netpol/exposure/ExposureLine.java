package io.plimsoll.netpol.exposure;

import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;

/**
 * What a workload may be reached by, or reach, from or to somebody outside of the given manifests.
 *
 * @param workload the workload
 * @param direction {@code EGRESS} for what it may reach
 * @param peer the other end
 * @param connections by what; none for an exception from a line about more
 */
public record ExposureLine(
    Endpoint workload, Direction direction, ExposedPeer peer, ConnectionSet connections) {

  /** Returns {@code shop/web[Deployment] => entire-cluster : TCP 80}, with {@code <=} for ingress. */
  @Override
  public String toString() {
    String arrow = direction == Direction.EGRESS ? " => " : " <= ";
    return workload + arrow + peer + " : " + connections;
  }
}
