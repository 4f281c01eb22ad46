package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import java.util.List;

/**
 * What becomes of traffic that goes out. Mirrors {@code v1alpha2 ClusterNetworkPolicyEgressRule}.
 *
 * @param name a name for people
 * @param action {@code Accept}, {@code Deny} or {@code Pass}
 * @param to the peers it goes to
 * @param protocols the protocols and ports it goes to; empty means all
 */
public record ClusterNetworkPolicyEgressRule(
    String name,
    String action,
    List<AdminNetworkPolicyEgressPeer> to,
    List<ClusterNetworkPolicyProtocol> protocols) {

  public ClusterNetworkPolicyEgressRule {
    to = List.copyOf(to);
    protocols = List.copyOf(protocols);
  }

  /** Reads the record from a tree. */
  public static ClusterNetworkPolicyEgressRule from(Fields fields) {
    return new ClusterNetworkPolicyEgressRule(
        fields.text("name"),
        fields.text("action"),
        fields.list("to", AdminNetworkPolicyEgressPeer::from),
        fields.list("protocols", ClusterNetworkPolicyProtocol::from));
  }
}
