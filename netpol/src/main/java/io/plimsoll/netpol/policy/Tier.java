package io.plimsoll.netpol.policy;

/** One of the three steps in which a direction is decided, in their order. */
public enum Tier {
  /** AdminNetworkPolicies, and ClusterNetworkPolicies of tier {@code Admin}: the first rule that matches decides or passes on. */
  ADMIN,
  /** NetworkPolicies: final for a pod that one of them isolates in the direction. */
  NETWORK_POLICY,
  /** The BaselineAdminNetworkPolicy, and ClusterNetworkPolicies of tier {@code Baseline}. */
  BASELINE
}
