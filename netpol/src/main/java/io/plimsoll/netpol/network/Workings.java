package io.plimsoll.netpol.network;

import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.way.Entrances;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the connections of a cluster were worked out to be: the engine's rows, and what they are about.
 *
 * @param engine who may connect to whom, by classes of pods
 * @param directory which endpoints have pods of which classes
 * @param entrances what leads ingress controllers to which pods
 */
public record Workings(Engine engine, Directory directory, Entrances entrances) {

  /** Returns what ingress controllers are led to by some connections, as far as the policies let them connect, by listed endpoint. */
  public Map<Endpoint, ConnectionSet> reachOfControllers(ConnectionSet some) {
    Map<Endpoint, ConnectionSet> byEndpoint = new TreeMap<>();
    entrances.forEach((unit, ports) -> {
      ConnectionSet allowed =
          engine.between(entrances.controller(), unit).intersect(ports).intersect(some);
      if (!allowed.isEmpty()) {
        Endpoint endpoint = directory.listed(engine.inventory().units().get(unit));
        byEndpoint.merge(endpoint, allowed, ConnectionSet::union);
      }
    });
    return byEndpoint;
  }
}
