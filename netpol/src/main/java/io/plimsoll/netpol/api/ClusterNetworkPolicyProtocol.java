package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A protocol and its ports: exactly one of its parts. Mirrors {@code v1alpha2 ClusterNetworkPolicyProtocol}.
 *
 * @param tcp ports of TCP
 * @param udp ports of UDP
 * @param sctp ports of SCTP
 * @param destinationNamedPort the name of container ports, whatever their protocol
 */
public record ClusterNetworkPolicyProtocol(
    @Nullable Ports tcp,
    @Nullable Ports udp,
    @Nullable Ports sctp,
    @Nullable String destinationNamedPort) {

  /** Reads the record from a tree. */
  public static ClusterNetworkPolicyProtocol from(Fields fields) {
    return new ClusterNetworkPolicyProtocol(
        fields.object("tcp", Ports::from),
        fields.object("udp", Ports::from),
        fields.object("sctp", Ports::from),
        fields.string("destinationNamedPort"));
  }

  /**
   * Ports of one protocol. Mirrors {@code v1alpha2 ClusterNetworkPolicyProtocolTCP} and its like.
   *
   * @param destinationPort the ports; absent means all
   */
  public record Ports(@Nullable DestinationPort destinationPort) {

    /** Reads the record from a tree. */
    public static Ports from(Fields fields) {
      return new Ports(fields.object("destinationPort", DestinationPort::from));
    }
  }

  /**
   * A port or a range: exactly one of its parts. Mirrors {@code v1alpha2 Port}.
   *
   * @param number one port
   * @param range ports from one to another
   */
  public record DestinationPort(
      @Nullable Integer number, @Nullable Range range) {

    /** Reads the record from a tree. */
    public static DestinationPort from(Fields fields) {
      return new DestinationPort(fields.int32("number"), fields.object("range", Range::from));
    }
  }

  /**
   * Ports from one to another, both included. Mirrors {@code v1alpha2 PortRange}.
   *
   * @param start the first
   * @param end the last, which must be greater
   */
  public record Range(int start, int end) {

    /** Reads the record from a tree. */
    public static Range from(Fields fields) {
      return new Range(orZero(fields.int32("start")), orZero(fields.int32("end")));
    }

    private static int orZero(@Nullable Integer number) {
      return number == null ? 0 : number;
    }
  }
}
