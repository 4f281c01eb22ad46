package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A destination of traffic: exactly one of its parts. A peer with none is of a newer API, and its rule fails closed. Mirrors
 * {@code v1alpha1 AdminNetworkPolicyEgressPeer} and {@code v1alpha2 ClusterNetworkPolicyEgressPeer}.
 *
 * @param namespaces all pods of these namespaces
 * @param pods these pods
 * @param nodes the addresses of the nodes with these labels
 * @param networks addresses, as CIDRs
 * @param domainNames names that the address was looked up by; {@code *.} stands for one label or more
 */
public record AdminNetworkPolicyEgressPeer(
    @Nullable LabelSelector namespaces,
    @Nullable NamespacedPod pods,
    @Nullable LabelSelector nodes,
    List<String> networks,
    List<String> domainNames) {

  public AdminNetworkPolicyEgressPeer {
    networks = List.copyOf(networks);
    domainNames = List.copyOf(domainNames);
  }

  /** Reads the record from a tree. */
  public static AdminNetworkPolicyEgressPeer from(Fields fields) {
    return new AdminNetworkPolicyEgressPeer(
        fields.object("namespaces", LabelSelector::from),
        fields.object("pods", NamespacedPod::from),
        fields.object("nodes", LabelSelector::from),
        fields.strings("networks"),
        fields.strings("domainNames"));
  }
}
