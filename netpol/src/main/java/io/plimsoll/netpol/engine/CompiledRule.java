package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.policy.Policy;
import io.plimsoll.netpol.policy.Ports;
import io.plimsoll.netpol.set.PeerSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose selectors, addresses and ports have been looked up.
 *
 * @param rule the rule
 * @param step what it does to what it matches
 * @param peers the peers it matches, or {@code null} for all of them
 * @param numbers the connections to the ports that it gives as numbers
 * @param byName for egress: the destinations that have ports of the names it gives, and those
 */
public record CompiledRule(
    Policy.Rule rule,
    TierStates.Step step,
    @Nullable PeerSet peers,
    int numbers,
    List<ByName> byName) {

  /** Destinations and the connections to those ports that a rule gives by name. */
  public record ByName(PeerSet peers, int connections) {}

  public boolean matches(int peer) {
    return peers == null || peers.contains(peer);
  }

  /** Returns all ports that the rule matches on a destination whose containers declare these. */
  public ConnectionSet ports(List<Unit.Port> declared) {
    Ports ports = rule.ports();
    return ports.names().isEmpty()
        ? ports.numbers()
        : ports.numbers().union(resolve(ports.names(), declared));
  }

  /** Returns the ports that a rule gives by name, as a destination's containers declare them. */
  static ConnectionSet resolve(List<Ports.Name> names, List<Unit.Port> declared) {
    ConnectionSet set = ConnectionSet.NONE;
    for (Ports.Name name : names) {
      for (Unit.Port port : declared) {
        boolean same = name.name().equals(port.name())
            && (name.protocol() == null || name.protocol() == port.protocol());
        if (same) {
          set = set.union(ConnectionSet.of(port.protocol(), port.number()));
        }
      }
    }
    return set;
  }

  /** Returns the connections that names of ports mean, by the list of ports that a class of destinations has. */
  static int[] resolve(List<Ports.Name> names, PodClasses classes, ConnectionTable connections) {
    return classes.portLists().stream()
        .mapToInt(declared -> connections.id(resolve(names, declared)))
        .toArray();
  }
}
