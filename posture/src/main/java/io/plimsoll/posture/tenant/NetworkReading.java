package io.plimsoll.posture.tenant;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.border.NamespaceBorders;
import io.plimsoll.netpol.border.NamespaceIsolation;
import io.plimsoll.netpol.connection.Direction;
import java.util.Collection;
import java.util.TreeSet;

/** Asks the network policies about namespaces. */
final class NetworkReading {

  private final Cluster cluster;
  private final NamespaceBorders borders;

  NetworkReading(Cluster cluster, Connectivity network) {
    this.cluster = cluster;
    this.borders = NamespaceBorders.of(network);
  }

  NetworkFacts read(String namespace, Direction direction) {
    NamespaceIsolation isolation = borders.isolation(namespace, direction);
    return new NetworkFacts(
        isolation,
        deciding(isolation).stream().map(policy -> Placed.in(cluster, policy)).toList(),
        borders.crossings(namespace, direction));
  }

  private static Collection<ObjectRef> deciding(NamespaceIsolation isolation) {
    if (!isolation.ofAllPods().isEmpty()) {
      return isolation.ofAllPods();
    }
    TreeSet<ObjectRef> all = new TreeSet<>();
    isolation.workloads().forEach(workload -> all.addAll(workload.policies()));
    return all;
  }
}
