package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.List;

/**
 * Endpoints each of which may connect to each of others, all by the same connections. An endpoint on both sides may so connect
 * among its own pods.
 *
 * @param sources who connects, in order
 * @param destinations to whom, in order
 * @param connections by what; never empty
 */
public record ConnectionGroup(
    List<Endpoint> sources, List<Endpoint> destinations, ConnectionSet connections) {

  public ConnectionGroup {
    sources = List.copyOf(sources);
    destinations = List.copyOf(destinations);
  }

  /** Returns {@code [a, b] => [c] : TCP 80}. */
  @Override
  public String toString() {
    return sources + " => " + destinations + " : " + connections;
  }
}
