package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import org.jspecify.annotations.Nullable;

/**
 * A peer of traffic. Mirrors {@code networking/v1 NetworkPolicyPeer}.
 *
 * @param podSelector the pods; absent beside a namespace selector means all of those namespaces
 * @param namespaceSelector the namespaces of the pods; absent means the policy's own
 * @param ipBlock addresses, instead of pods
 */
public record NetworkPolicyPeer(
    @Nullable LabelSelector podSelector,
    @Nullable LabelSelector namespaceSelector,
    @Nullable IpBlock ipBlock) {

  /** Reads the record from a tree. */
  public static NetworkPolicyPeer from(Fields fields) {
    return new NetworkPolicyPeer(
        fields.object("podSelector", LabelSelector::from),
        fields.object("namespaceSelector", LabelSelector::from),
        fields.object("ipBlock", IpBlock::from));
  }
}
