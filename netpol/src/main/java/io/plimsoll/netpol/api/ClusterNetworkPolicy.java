package io.plimsoll.netpol.api;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;

/**
 * What the cluster's administrators decide, before or after all NetworkPolicies. Mirrors {@code
 * policy.networking.k8s.io/v1alpha2 ClusterNetworkPolicy}.
 */
public record ClusterNetworkPolicy(ObjectMeta metadata, ClusterNetworkPolicySpec spec)
    implements ApiObject {

  /** The kind {@code policy.networking.k8s.io/v1alpha2 ClusterNetworkPolicy}. */
  public static final Kind<ClusterNetworkPolicy> KIND = new Kind<>(
      "policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", ClusterNetworkPolicy::from);

  /** Reads the record from a tree. */
  public static ClusterNetworkPolicy from(Fields fields) {
    return new ClusterNetworkPolicy(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        fields.object("spec", ClusterNetworkPolicySpec::from, ClusterNetworkPolicySpec.EMPTY));
  }

  @Override
  public Kind<ClusterNetworkPolicy> objectKind() {
    return KIND;
  }
}
