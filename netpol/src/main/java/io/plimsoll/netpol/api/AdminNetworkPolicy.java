package io.plimsoll.netpol.api;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;

/**
 * What the cluster's administrators decide before any NetworkPolicy. Mirrors {@code policy.networking.k8s.io/v1alpha1
 * AdminNetworkPolicy}.
 */
public record AdminNetworkPolicy(ObjectMeta metadata, AdminNetworkPolicySpec spec)
    implements ApiObject {

  /** The kind {@code policy.networking.k8s.io/v1alpha1 AdminNetworkPolicy}. */
  public static final Kind<AdminNetworkPolicy> KIND = new Kind<>(
      "policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", AdminNetworkPolicy::from);

  /** Reads the record from a tree. */
  public static AdminNetworkPolicy from(Fields fields) {
    return new AdminNetworkPolicy(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        fields.object("spec", AdminNetworkPolicySpec::from, AdminNetworkPolicySpec.EMPTY));
  }

  @Override
  public Kind<AdminNetworkPolicy> objectKind() {
    return KIND;
  }
}
