package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Ports: exactly one of its parts. Mirrors {@code v1alpha1 AdminNetworkPolicyPort}.
 *
 * @param portNumber one port of a protocol
 * @param namedPort the name of container ports, whatever their protocol
 * @param portRange a range of ports of a protocol
 */
public record AdminNetworkPolicyPort(
    @Nullable PortNumber portNumber,
    @Nullable String namedPort,
    @Nullable PortSpan portRange) {

  /** Reads the record from a tree. */
  public static AdminNetworkPolicyPort from(Fields fields) {
    return new AdminNetworkPolicyPort(
        fields.object("portNumber", PortNumber::from),
        fields.string("namedPort"),
        fields.object("portRange", PortSpan::from));
  }

  /**
   * One port. Mirrors {@code v1alpha1 Port}.
   *
   * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}; absent means TCP
   * @param port the number
   */
  public record PortNumber(@Nullable String protocol, int port) {

    /** Reads the record from a tree. */
    public static PortNumber from(Fields fields) {
      return new PortNumber(fields.string("protocol"), orZero(fields.int32("port")));
    }
  }

  /**
   * Ports from one to another, both included. Mirrors {@code v1alpha1 PortRange}.
   *
   * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}; absent means TCP
   * @param start the first
   * @param end the last, which must be greater
   */
  public record PortSpan(@Nullable String protocol, int start, int end) {

    /** Reads the record from a tree. */
    public static PortSpan from(Fields fields) {
      return new PortSpan(
          fields.string("protocol"), orZero(fields.int32("start")), orZero(fields.int32("end")));
    }
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }
}
