package io.plimsoll.netpol.api;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;

/**
 * What the cluster's administrators decide where no NetworkPolicy does; the only one is called {@code default}. Mirrors
 * {@code policy.networking.k8s.io/v1alpha1 BaselineAdminNetworkPolicy}.
 *
 * @param metadata its name
 * @param spec its rules; there is no priority
 */
public record BaselineAdminNetworkPolicy(ObjectMeta metadata, AdminNetworkPolicySpec spec)
    implements ApiObject {

  /** The kind {@code policy.networking.k8s.io/v1alpha1 BaselineAdminNetworkPolicy}. */
  public static final Kind<BaselineAdminNetworkPolicy> KIND = new Kind<>(
      "policy.networking.k8s.io/v1alpha1",
      "BaselineAdminNetworkPolicy",
      BaselineAdminNetworkPolicy::from);

  /** Reads the record from a tree. */
  public static BaselineAdminNetworkPolicy from(Fields fields) {
    return new BaselineAdminNetworkPolicy(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        fields.object("spec", AdminNetworkPolicySpec::from, AdminNetworkPolicySpec.EMPTY));
  }

  @Override
  public Kind<BaselineAdminNetworkPolicy> objectKind() {
    return KIND;
  }
}
