package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.PortRange;
import io.plimsoll.netpol.connection.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * One connection that somebody may want to make.
 *
 * @param source who connects
 * @param destination to whom
 * @param protocol by which protocol
 * @param port to which port of the destination
 * @param family over which kind of addresses two pods talk; absent, or one of which a pod has no address, means IPv4 if both
 *     have such an address, else IPv6
 * @param domain the name by which the destination's address was looked up; absent means by none
 * @param throughService whether the destination is reached by the address of a Service
 */
public record Connection(
    Endpoint source,
    Endpoint destination,
    Protocol protocol,
    int port,
    @Nullable AddressFamily family,
    @Nullable String domain,
    boolean throughService) {

  public Connection {
    if (port < PortRange.MIN || port > PortRange.MAX) {
      throw new IllegalArgumentException("not a port: \"" + port + "\"");
    }
  }

  /** Returns a connection by the destination's own address. */
  public static Connection of(Endpoint source, Endpoint destination, Protocol protocol, int port) {
    return new Connection(source, destination, protocol, port, null, null, false);
  }

  /** Returns the connection over a family. */
  public Connection over(AddressFamily other) {
    return new Connection(source, destination, protocol, port, other, domain, throughService);
  }

  /** Returns the connection to an address that was looked up by a name. */
  public Connection lookedUpAs(String name) {
    return new Connection(source, destination, protocol, port, family, name, throughService);
  }

  /** Returns the connection through a Service. */
  public Connection viaService() {
    return new Connection(source, destination, protocol, port, family, domain, true);
  }
}
