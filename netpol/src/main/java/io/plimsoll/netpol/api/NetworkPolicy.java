package io.plimsoll.netpol.api;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;

/** What traffic the pods of one namespace take part in. Mirrors {@code networking/v1 NetworkPolicy}. */
public record NetworkPolicy(ObjectMeta metadata, NetworkPolicySpec spec) implements ApiObject {

  /** The kind {@code networking.k8s.io/v1 NetworkPolicy}. */
  public static final Kind<NetworkPolicy> KIND =
      new Kind<>("networking.k8s.io/v1", "NetworkPolicy", NetworkPolicy::from);

  /** Reads the record from a tree. */
  public static NetworkPolicy from(Fields fields) {
    return new NetworkPolicy(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        fields.object("spec", NetworkPolicySpec::from, NetworkPolicySpec.EMPTY));
  }

  @Override
  public Kind<NetworkPolicy> objectKind() {
    return KIND;
  }
}
