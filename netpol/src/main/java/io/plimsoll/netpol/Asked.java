package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * Connections between two endpoints that somebody asks about, as {@link Connection} is one.
 *
 * @param source who connects
 * @param destination to whom
 * @param connections by what
 * @param family over which kind of addresses two pods talk; absent means IPv4 if both have such an address, else IPv6
 * @param domain the name by which the destination's address was looked up; absent means by none
 * @param throughService whether the destination is reached by the address of a Service
 */
record Asked(
    Endpoint source,
    Endpoint destination,
    ConnectionSet connections,
    @Nullable AddressFamily family,
    @Nullable String domain,
    boolean throughService) {

  static Asked of(Connection one) {
    return new Asked(
        one.source(),
        one.destination(),
        ConnectionSet.of(one.protocol(), one.port()),
        one.family(),
        one.domain(),
        one.throughService());
  }

  static Asked of(Endpoint source, Endpoint destination, ConnectionSet connections) {
    return new Asked(source, destination, connections, null, null, false);
  }

  Endpoint end(Direction direction) {
    return direction == Direction.EGRESS ? source : destination;
  }
}
