package io.plimsoll.netpol.tree;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.report.JsonReport;
import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.PortRange;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.netpol.entry.Entrypoint;
import io.plimsoll.netpol.entry.Entrypoint.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Connections and ways in for programs.
 *
 * <p>A line has {@code source}, {@code destination} and {@code ports}. An end has {@code kind}, {@code namespace} and {@code name}, or
 * else {@code addresses}, from the first to the last; the ingress controller has its kind only. Ports are a list of {@code protocol},
 * {@code first} and {@code last}.
 *
 * <p>A way in has {@code type}, {@code object} and {@code service} as {@link JsonReport} has objects, {@code path}, {@code address} and
 * {@code targets}: {@code workload}, {@code promised} and {@code allowed} ports, and {@code deniedBy}, the policies behind the difference.
 */
public final class ConnectionTree {

  private ConnectionTree() {}

  /** Returns the tree of a line. */
  public static MappingValue of(ConnectionLine line) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("source", end(line.source()));
    tree.put("destination", end(line.destination()));
    tree.put("ports", ports(line.connections()));
    return (MappingValue) Value.from(tree);
  }

  /** Returns the tree of a way in. */
  public static MappingValue of(Entrypoint entry) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("type", entry.type().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    tree.put("object", JsonReport.tree(entry.object()));
    tree.put("path", entry.path().toString());
    tree.put("address", entry.address());
    tree.put("service", JsonReport.tree(entry.service()));
    tree.put("targets", entry.targets().stream().map(ConnectionTree::target).toList());
    return (MappingValue) Value.from(tree);
  }

  private static Map<String, Object> target(Target target) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("workload", end(target.workload()));
    tree.put("promised", ports(target.promised()));
    tree.put("allowed", ports(target.allowed()));
    tree.put("deniedBy", target.deniedBy().stream().map(JsonReport::tree).toList());
    return tree;
  }

  private static Map<String, Object> end(Endpoint endpoint) {
    if (endpoint instanceof Endpoint.Pod pod) {
      return named("Pod", pod.namespace(), pod.name());
    }
    if (endpoint instanceof Endpoint.Workload workload) {
      return named(workload.kind(), workload.namespace(), workload.name());
    }
    return endpoint instanceof Endpoint.External external
        ? Map.of("addresses", external.addresses().toString())
        : Map.of("kind", "IngressController");
  }

  private static Map<String, Object> named(String kind, String namespace, String name) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", kind);
    tree.put("namespace", namespace);
    tree.put("name", name);
    return tree;
  }

  private static List<Map<String, Object>> ports(ConnectionSet connections) {
    List<Map<String, Object>> ports = new ArrayList<>();
    for (Protocol protocol : Protocol.values()) {
      for (PortRange range : connections.ranges(protocol)) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("protocol", protocol.name());
        tree.put("first", range.first());
        tree.put("last", range.last());
        ports.add(tree);
      }
    }
    return ports;
  }
}
