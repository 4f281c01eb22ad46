package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import java.util.List;

/**
 * Traffic that may go out. Mirrors {@code networking/v1 NetworkPolicyEgressRule}.
 *
 * @param ports the ports of the destination it may go to; empty means all
 * @param to the peers it may go to; empty means all
 */
public record NetworkPolicyEgressRule(List<NetworkPolicyPort> ports, List<NetworkPolicyPeer> to) {

  public NetworkPolicyEgressRule {
    ports = List.copyOf(ports);
    to = List.copyOf(to);
  }

  /** Reads the record from a tree. */
  public static NetworkPolicyEgressRule from(Fields fields) {
    return new NetworkPolicyEgressRule(
        fields.list("ports", NetworkPolicyPort::from), fields.list("to", NetworkPolicyPeer::from));
  }
}
