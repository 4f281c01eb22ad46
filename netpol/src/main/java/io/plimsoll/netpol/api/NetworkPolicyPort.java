package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.IntOrString;
import org.jspecify.annotations.Nullable;

/**
 * Ports of one protocol. Mirrors {@code networking/v1 NetworkPolicyPort}.
 *
 * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}; absent means TCP
 * @param port a number, or the name of a container's port; absent means all ports of the protocol
 * @param endPort the last port of a range that starts at {@code port}
 */
public record NetworkPolicyPort(
    @Nullable String protocol,
    @Nullable IntOrString port,
    @Nullable Integer endPort) {

  /** Reads the record from a tree. */
  public static NetworkPolicyPort from(Fields fields) {
    return new NetworkPolicyPort(
        fields.string("protocol"), fields.intOrString("port"), fields.int32("endPort"));
  }

  /** Returns the protocol with the API server's default. */
  public String protocolOrTcp() {
    return protocol == null ? "TCP" : protocol;
  }
}
