package io.plimsoll.netpol.synthesis;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.api.NetworkPolicyEgressRule;
import io.plimsoll.netpol.api.NetworkPolicyIngressRule;
import io.plimsoll.netpol.api.NetworkPolicyPeer;
import io.plimsoll.netpol.api.NetworkPolicySpec;
import io.plimsoll.netpol.network.ClusterDns;
import java.util.ArrayList;
import java.util.List;

/** The policies that a namespace gets whatever is wanted: one that isolates all pods, and those about the cluster's DNS. */
final class BasePolicies {

  static final String INGRESS = "Ingress";
  static final String EGRESS = "Egress";

  private BasePolicies() {}

  /**
   * Returns the policies of a namespace.
   *
   * @param dns whether all pods may ask the DNS
   * @param serves whether some of its pods are the DNS
   */
  static List<NetworkPolicy> of(String namespace, boolean dns, boolean serves) {
    List<NetworkPolicy> policies = new ArrayList<>();
    policies.add(policy(
        namespace,
        "default-deny",
        new NetworkPolicySpec(
            LabelSelector.EVERYTHING, List.of(), List.of(), List.of(INGRESS, EGRESS))));
    if (dns) {
      NetworkPolicyEgressRule ask =
          new NetworkPolicyEgressRule(ClusterDns.ports(), List.of(ClusterDns.peer()));
      policies.add(policy(
          namespace,
          "allow-dns",
          new NetworkPolicySpec(
              LabelSelector.EVERYTHING, List.of(), List.of(ask), List.of(EGRESS))));
    }
    if (dns && serves) {
      NetworkPolicyPeer everybody = new NetworkPolicyPeer(null, LabelSelector.EVERYTHING, null);
      NetworkPolicyIngressRule answer =
          new NetworkPolicyIngressRule(ClusterDns.ports(), List.of(everybody));
      policies.add(policy(
          namespace,
          "serve-dns",
          new NetworkPolicySpec(ClusterDns.pods(), List.of(answer), List.of(), List.of(INGRESS))));
    }
    return policies;
  }

  static NetworkPolicy policy(String namespace, String name, NetworkPolicySpec spec) {
    return new NetworkPolicy(
        ObjectMeta.builder().name(name).namespace(namespace).build(), spec);
  }
}
