package io.plimsoll.netpol.connection;

import io.plimsoll.netpol.set.Hash;

/** What pods and workloads have in common as endpoints: their order and their hashes. */
final class EndpointOrder {

  private EndpointOrder() {}

  static int compare(Endpoint a, Endpoint b) {
    int order = Integer.compare(rank(a), rank(b));
    if (order != 0) {
      return order;
    }
    if (a instanceof Endpoint.External left && b instanceof Endpoint.External right) {
      return left.addresses().compareTo(right.addresses());
    }
    order = a.namespace().compareTo(b.namespace());
    order = order != 0 ? order : a.name().compareTo(b.name());
    return order != 0 ? order : kind(a).compareTo(kind(b));
  }

  static int hash(String namespace, String name, String kind) {
    return Hash.mix(Hash.mix(Hash.mix(namespace.hashCode()) + name.hashCode()) + kind.hashCode());
  }

  private static int rank(Endpoint endpoint) {
    if (endpoint instanceof Endpoint.External) {
      return 1;
    }
    return endpoint instanceof Endpoint.IngressController ? 2 : 0;
  }

  private static String kind(Endpoint endpoint) {
    if (endpoint instanceof Endpoint.Workload workload) {
      return workload.kind();
    }
    return endpoint instanceof Endpoint.Pod ? "Pod" : "";
  }
}
