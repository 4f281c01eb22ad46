package io.plimsoll.rbac.risk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where edges lead: to any of some nodes. Targets are compared by identity; many edges share one.
 *
 * @see Targets
 */
final class Target {

  /**
   * One place to arrive at.
   *
   * @param node the place
   * @param power how it is told: of all who share the node, the first
   */
  record Arrival(Node node, Power power) {}

  private final List<Arrival> arrivals;

  private Target(List<Arrival> arrivals) {
    this.arrivals = arrivals;
  }

  /** Returns the target of these; of those with the same node the first counts. */
  static Target of(List<Arrival> arrivals) {
    Map<Node, Arrival> distinct = new LinkedHashMap<>();
    arrivals.forEach(arrival -> distinct.putIfAbsent(arrival.node(), arrival));
    return new Target(List.copyOf(distinct.values()));
  }

  List<Arrival> arrivals() {
    return arrivals;
  }
}
