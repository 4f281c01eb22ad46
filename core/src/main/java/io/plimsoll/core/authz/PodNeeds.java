package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.pod.Pod;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the pods of a cluster name, for which nodes: namespace by namespace, each looked at when it is first asked for. */
final class PodNeeds {

  private final Cluster cluster;
  private final Map<String, NamespaceNeeds> namespaces = new ConcurrentHashMap<>();

  PodNeeds(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Returns what the pods of a namespace name. */
  NamespaceNeeds of(String namespace) {
    return namespaces.computeIfAbsent(
        namespace, one -> new NamespaceNeeds(cluster.all(Pod.KIND, one)));
  }
}
