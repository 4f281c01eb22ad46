package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.ConnectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The lines of ingress controllers: what leads to pods, as far as the policies let the controllers connect to them.
 */
final class IngressLines {

  private final Entrances entrances;
  private final Engine engine;
  private final Function<Unit, Endpoint> listed;

  IngressLines(Engine engine, Function<Unit, Endpoint> listed, Entrances entrances) {
    this.engine = engine;
    this.listed = listed;
    this.entrances = entrances;
  }

  List<ConnectionLine> lines(LineFilter filter) {
    if (entrances.controller() < 0) {
      return List.of();
    }
    Map<Endpoint, ConnectionSet> byEndpoint = new TreeMap<>();
    entrances.forEach((unit, ports) -> {
      ConnectionSet allowed = engine
          .between(entrances.controller(), unit)
          .intersect(ports)
          .intersect(filter.connections());
      Endpoint endpoint = listed.apply(engine.inventory().units().get(unit));
      if (!allowed.isEmpty() && filter.wants(new Endpoint.IngressController(), endpoint)) {
        byEndpoint.merge(endpoint, allowed, ConnectionSet::union);
      }
    });
    List<ConnectionLine> lines = new ArrayList<>(byEndpoint.size());
    byEndpoint.forEach((endpoint, connections) ->
        lines.add(new ConnectionLine(new Endpoint.IngressController(), endpoint, connections)));
    return lines;
  }
}
