package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.connection.ConnectionSet;

/**
 * How the engine reads what the APIs leave to the network plug-in; {@code ConnectivityOptions} say it in words.
 *
 * @param hostsAreNodes whether a pod in its node's network is its node
 * @param blocksMatchPods whether the addresses in a NetworkPolicy match those of pods
 * @param networksMatchPods whether the addresses in policies of administrators match those of pods
 * @param localNodes whether a pod's own node may always reach it
 * @param unfiltered the connections that are allowed whatever the policies say
 */
public record Reading(
    boolean hostsAreNodes,
    boolean blocksMatchPods,
    boolean networksMatchPods,
    boolean localNodes,
    ConnectionSet unfiltered) {

  /** Returns whether a pod is its node to the policies. */
  public boolean isNode(Unit unit) {
    return hostsAreNodes && unit.hostNetwork();
  }
}
