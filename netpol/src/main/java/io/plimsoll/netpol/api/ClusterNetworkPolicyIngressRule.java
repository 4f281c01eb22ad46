package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import java.util.List;

/**
 * What becomes of traffic that comes in. Mirrors {@code v1alpha2 ClusterNetworkPolicyIngressRule}.
 *
 * @param name a name for people
 * @param action {@code Accept}, {@code Deny} or {@code Pass}
 * @param from the peers it comes from
 * @param protocols the protocols and ports it comes to; empty means all
 */
public record ClusterNetworkPolicyIngressRule(
    String name,
    String action,
    List<AdminNetworkPolicyIngressPeer> from,
    List<ClusterNetworkPolicyProtocol> protocols) {

  public ClusterNetworkPolicyIngressRule {
    from = List.copyOf(from);
    protocols = List.copyOf(protocols);
  }

  /** Reads the record from a tree. */
  public static ClusterNetworkPolicyIngressRule from(Fields fields) {
    return new ClusterNetworkPolicyIngressRule(
        fields.text("name"),
        fields.text("action"),
        fields.list("from", AdminNetworkPolicyIngressPeer::from),
        fields.list("protocols", ClusterNetworkPolicyProtocol::from));
  }
}
