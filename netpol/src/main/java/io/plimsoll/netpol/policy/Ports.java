package io.plimsoll.netpol.policy;

import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Protocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The destination's ports that a rule matches: those it gives as numbers, and those it gives by name, which each destination
 * resolves by its own containers.
 */
public record Ports(ConnectionSet numbers, List<Name> names) {

  public static final Ports ALL = new Ports(ConnectionSet.ALL, List.of());

  static final Ports NONE = new Ports(ConnectionSet.NONE, List.of());

  /**
   * The name of a port.
   *
   * @param name the name
   * @param protocol the protocol it must have, or {@code null} for that of the container's port
   */
  public record Name(String name, @Nullable Protocol protocol) {}
}
