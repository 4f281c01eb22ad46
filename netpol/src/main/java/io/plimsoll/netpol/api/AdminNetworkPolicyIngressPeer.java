package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import org.jspecify.annotations.Nullable;

/**
 * A source of traffic: exactly one of its parts. A peer with none is of a newer API, and its rule fails closed. Mirrors {@code
 * v1alpha1 AdminNetworkPolicyIngressPeer} and {@code v1alpha2 ClusterNetworkPolicyIngressPeer}.
 *
 * @param namespaces all pods of these namespaces
 * @param pods these pods
 */
public record AdminNetworkPolicyIngressPeer(
    @Nullable LabelSelector namespaces, @Nullable NamespacedPod pods) {

  /** Reads the record from a tree. */
  public static AdminNetworkPolicyIngressPeer from(Fields fields) {
    return new AdminNetworkPolicyIngressPeer(
        fields.object("namespaces", LabelSelector::from),
        fields.object("pods", NamespacedPod::from));
  }
}
