package io.plimsoll.netpol.compare;

import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one endpoint may connect to another by, in two clusters that differ in it.
 *
 * @param source who connects
 * @param destination to whom
 * @param before by what in the first cluster
 * @param after by what in the second; never equal to {@code before}
 * @param oneSided those of the two endpoints that only one of the clusters has
 * @param causes what has changed that these connections depend on, policies first; empty if only the options differ
 */
public record ConnectionChange(
    Endpoint source,
    Endpoint destination,
    ConnectionSet before,
    ConnectionSet after,
    List<Endpoint> oneSided,
    List<Cause> causes) {

  public ConnectionChange {
    oneSided = List.copyOf(oneSided);
    causes = List.copyOf(causes);
  }

  /** Returns whether the connections are new, gone, or others. */
  public ChangeType type() {
    return ChangeType.of(!before.isEmpty(), !after.isEmpty());
  }

  /**
   * Returns the line as np-guard prints it: {@code diff-type: added, source: a/b[Pod], destination: a/c[Pod], ref1: No
   * Connections, ref2: TCP 80}.
   */
  @Override
  public String toString() {
    String line = "diff-type: " + type() + ", source: " + source + ", destination: " + destination
        + ", ref1: " + before + ", ref2: " + after;
    if (oneSided.isEmpty()) {
      return line;
    }
    return line + ", workloads-diff-info: workload "
        + oneSided.stream().map(Endpoint::toString).collect(Collectors.joining(" and ")) + " "
        + type();
  }
}
