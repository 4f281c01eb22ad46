package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import java.util.List;

/**
 * Traffic that may come in. Mirrors {@code networking/v1 NetworkPolicyIngressRule}.
 *
 * @param ports the ports it may come to; empty means all
 * @param from the peers it may come from; empty means all
 */
public record NetworkPolicyIngressRule(
    List<NetworkPolicyPort> ports, List<NetworkPolicyPeer> from) {

  public NetworkPolicyIngressRule {
    ports = List.copyOf(ports);
    from = List.copyOf(from);
  }

  /** Reads the record from a tree. */
  public static NetworkPolicyIngressRule from(Fields fields) {
    return new NetworkPolicyIngressRule(
        fields.list("ports", NetworkPolicyPort::from),
        fields.list("from", NetworkPolicyPeer::from));
  }
}
