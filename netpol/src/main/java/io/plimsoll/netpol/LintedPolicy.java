package io.plimsoll.netpol;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import org.jspecify.annotations.Nullable;

/**
 * A policy of any kind and the object it was read from.
 *
 * @param object the object
 * @param policy the policy as the engine reads it
 */
record LintedPolicy(KubeObject object, Policy policy) {

  boolean isNetworkPolicy() {
    return policy.tier() == Tier.NETWORK_POLICY;
  }

  /** Returns a value of the object, or {@code null} if it is absent. */
  @Nullable
  Value at(FieldPath path) {
    return path.in(object.tree());
  }

  /** Returns where a rule lists its peers. */
  static FieldPath peers(Direction direction, Policy.Rule rule) {
    return rule.path().field(direction == Direction.INGRESS ? "from" : "to");
  }

  /** Returns where a rule lists its ports. */
  FieldPath ports(Policy.Rule rule) {
    boolean protocols = policy.ref().kind().equals("ClusterNetworkPolicy");
    return rule.path().field(protocols ? "protocols" : "ports");
  }

  /** Returns the selector of pods in a peer, or in the subject of a policy of administrators. */
  FieldPath podSelector(FieldPath peer) {
    return isNetworkPolicy() ? peer.field("podSelector") : peer.field("pods").field("podSelector");
  }

  /** Returns the selector of namespaces in a peer, or in the subject of a policy of administrators. */
  FieldPath namespaceSelector(FieldPath peer) {
    if (isNetworkPolicy()) {
      return peer.field("namespaceSelector");
    }
    return at(peer.field("pods")) == null
        ? peer.field("namespaces")
        : peer.field("pods").field("namespaceSelector");
  }
}
