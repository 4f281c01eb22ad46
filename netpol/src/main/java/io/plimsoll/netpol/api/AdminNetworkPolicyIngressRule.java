package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of traffic that comes in. Mirrors {@code v1alpha1 AdminNetworkPolicyIngressRule} and {@code
 * BaselineAdminNetworkPolicyIngressRule}.
 *
 * @param name a name for people
 * @param action {@code Allow}, {@code Deny} or {@code Pass}
 * @param from the peers it comes from
 * @param ports the ports it comes to; absent means all
 */
public record AdminNetworkPolicyIngressRule(
    String name,
    String action,
    List<AdminNetworkPolicyIngressPeer> from,
    @Nullable List<AdminNetworkPolicyPort> ports) {

  public AdminNetworkPolicyIngressRule {
    from = List.copyOf(from);
    ports = ports == null ? null : List.copyOf(ports);
  }

  /** Reads the record from a tree. */
  public static AdminNetworkPolicyIngressRule from(Fields fields) {
    return new AdminNetworkPolicyIngressRule(
        fields.text("name"),
        fields.text("action"),
        fields.list("from", AdminNetworkPolicyIngressPeer::from),
        fields.has("ports") ? fields.list("ports", AdminNetworkPolicyPort::from) : null);
  }
}
