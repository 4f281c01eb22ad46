package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.IpAddress;
import java.util.List;
import java.util.Map;

/**
 * What pods that no rule can tell apart have in common.
 *
 * @param group the group of namespaces they are in
 * @param labels their labels that some selector looks at
 * @param namedPorts their ports that some rule gives by name
 * @param node whether they are their node to the policies: nothing selects them
 * @param atoms the atoms their addresses are in
 * @param localNode the addresses from which they may always be reached
 * @param v4 whether they talk over IPv4
 * @param v6 whether they talk over IPv6
 */
public record PodClass(
    int group,
    Map<String, String> labels,
    List<Unit.Port> namedPorts,
    boolean node,
    Addressing.Atoms atoms,
    List<IpAddress> localNode,
    boolean v4,
    boolean v6) {

  /** Returns whether they talk over a family. */
  boolean talks(AddressFamily family) {
    return family == AddressFamily.IPV4 ? v4 : v6;
  }
}
