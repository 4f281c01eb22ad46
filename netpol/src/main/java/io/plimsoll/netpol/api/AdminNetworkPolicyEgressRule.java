package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of traffic that goes out. Mirrors {@code v1alpha1 AdminNetworkPolicyEgressRule} and {@code
 * BaselineAdminNetworkPolicyEgressRule}.
 *
 * @param name a name for people
 * @param action {@code Allow}, {@code Deny} or {@code Pass}
 * @param to the peers it goes to
 * @param ports the ports it goes to; absent means all
 */
public record AdminNetworkPolicyEgressRule(
    String name,
    String action,
    List<AdminNetworkPolicyEgressPeer> to,
    @Nullable List<AdminNetworkPolicyPort> ports) {

  public AdminNetworkPolicyEgressRule {
    to = List.copyOf(to);
    ports = ports == null ? null : List.copyOf(ports);
  }

  /** Reads the record from a tree. */
  public static AdminNetworkPolicyEgressRule from(Fields fields) {
    return new AdminNetworkPolicyEgressRule(
        fields.text("name"),
        fields.text("action"),
        fields.list("to", AdminNetworkPolicyEgressPeer::from),
        fields.has("ports") ? fields.list("ports", AdminNetworkPolicyPort::from) : null);
  }
}
