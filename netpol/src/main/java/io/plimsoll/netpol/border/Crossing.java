package io.plimsoll.netpol.border;

import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.List;

/**
 * Connections between workloads of one namespace and workloads of others that policies allow: each of the former may connect to
 * each of the latter, or the other way round. Of a workload whose pods differ there may be several, which add up.
 *
 * @param namespace the one namespace
 * @param direction {@code EGRESS} if its workloads connect, {@code INGRESS} if the others do
 * @param workloads its workloads, in order
 * @param peers the workloads of others; what it has of the namespace itself does not count
 * @param connections by what; never empty
 */
public record Crossing(
    String namespace,
    Direction direction,
    List<Endpoint> workloads,
    PeerWorkloads peers,
    ConnectionSet connections) {

  public Crossing {
    workloads = List.copyOf(workloads);
  }

  /** Returns the other namespaces, in order. */
  public List<String> others() {
    return peers.namespacesWithout(namespace);
  }

  /** Returns {@code shop: [a] => [b, c] of [payments] : TCP 80}. */
  @Override
  public String toString() {
    return namespace + ": " + workloads + (direction == Direction.EGRESS ? " => " : " <= ")
        + others() + " : " + connections;
  }
}
