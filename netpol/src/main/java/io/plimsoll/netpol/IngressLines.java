package io.plimsoll.netpol;

import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.ConnectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The lines of ingress controllers: what leads to pods, as far as the policies let a pod without labels in a namespace of its
 * own connect to them.
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
    int source = engine.classes().ofUnit(entrances.controller());
    Map<Endpoint, ConnectionSet> byEndpoint = new TreeMap<>();
    entrances.forEach((unit, ports) -> {
      int to = engine.classes().ofUnit(unit);
      AddressFamily family =
          PodClass.family(engine.classes().get(source), engine.classes().get(to));
      ConnectionSet allowed = ports
          .intersect(engine.set(engine.egress(source, to, family)))
          .intersect(engine.set(engine.ingress(source, to, family)))
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
