package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import org.jspecify.annotations.Nullable;

/**
 * The pods that a policy of administrators is about: exactly one of its parts. Mirrors {@code v1alpha1
 * AdminNetworkPolicySubject} and {@code v1alpha2 ClusterNetworkPolicySubject}.
 *
 * @param namespaces all pods of these namespaces
 * @param pods these pods
 */
public record AdminNetworkPolicySubject(
    @Nullable LabelSelector namespaces, @Nullable NamespacedPod pods) {

  /** A subject that names nothing. */
  public static final AdminNetworkPolicySubject EMPTY = new AdminNetworkPolicySubject(null, null);

  /** Reads the record from a tree. */
  public static AdminNetworkPolicySubject from(Fields fields) {
    return new AdminNetworkPolicySubject(
        fields.object("namespaces", LabelSelector::from),
        fields.object("pods", NamespacedPod::from));
  }
}
