package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.IpAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
record PodClass(
    int group,
    Map<String, String> labels,
    List<Unit.Port> namedPorts,
    boolean node,
    Addressing.Atoms atoms,
    List<IpAddress> localNode,
    boolean v4,
    boolean v6) {

  /** Returns the family over which pods of two classes talk if nothing else is said: IPv4 if both can. */
  static AddressFamily family(PodClass a, PodClass b) {
    return a.v4 && b.v4 ? AddressFamily.IPV4 : AddressFamily.IPV6;
  }

  /** Returns the family over which pods of two classes talk if this one is asked for: another if one of them cannot. */
  static AddressFamily family(PodClass a, PodClass b, @Nullable AddressFamily asked) {
    return asked != null && a.talks(asked) && b.talks(asked) ? asked : family(a, b);
  }

  private boolean talks(AddressFamily family) {
    return family == AddressFamily.IPV4 ? v4 : v6;
  }
}
