package io.plimsoll.netpol.border;

import io.plimsoll.netpol.connection.Endpoint;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Workloads by their namespaces, at the other end of connections that cross the border of a namespace. Many namespaces share one
 * instance; none counts itself.
 *
 * @param byNamespace the workloads, in order, by namespace
 */
public record PeerWorkloads(SortedMap<String, List<Endpoint>> byNamespace) {

  public PeerWorkloads {
    SortedMap<String, List<Endpoint>> copy = new TreeMap<>();
    for (Map.Entry<String, List<Endpoint>> entry : byNamespace.entrySet()) {
      copy.put(entry.getKey(), List.copyOf(entry.getValue()));
    }
    byNamespace = Collections.unmodifiableSortedMap(copy);
  }

  /** Returns the namespaces but for one, in order. */
  public List<String> namespacesWithout(String namespace) {
    return byNamespace.keySet().stream().filter(name -> !name.equals(namespace)).toList();
  }

  /** Returns the workloads of a namespace, in order; none if it is not among them. */
  public List<Endpoint> in(String namespace) {
    return byNamespace.getOrDefault(namespace, List.of());
  }
}
