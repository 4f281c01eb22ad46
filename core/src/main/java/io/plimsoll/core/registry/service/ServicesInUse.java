package io.plimsoll.core.registry.service;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.model.IpText;
import java.util.HashSet;
import java.util.Set;

/** The addresses and ports that the Services of a cluster have. */
final class ServicesInUse {

  static final ClusterIndex<ServicesInUse> INDEX =
      ClusterIndex.of(ServicesInUse::new, ServiceClaims.KIND);

  private static final String API = "kubernetes";

  private final Set<IpText> addresses = new HashSet<>();
  private final Set<Long> ports = new HashSet<>();
  private final boolean hasApi;

  private ServicesInUse(Cluster cluster) {
    boolean api = false;
    for (ServiceClaims service : cluster.all(ServiceClaims.KIND)) {
      addresses.addAll(service.addresses());
      ports.addAll(service.ports());
      api |= isApi(service.metadata().namespaceOrEmpty(), service.metadata().nameOrEmpty())
          && !service.addresses().isEmpty();
    }
    hasApi = api;
  }

  /** Returns whether this is the Service that each server makes for itself. */
  static boolean isApi(String namespace, String name) {
    return namespace.equals("default") && name.equals(API);
  }

  /** Returns whether the server's own Service is there, with an address. */
  boolean hasApi() {
    return hasApi;
  }

  boolean hasAddress(IpText plain) {
    return addresses.contains(plain);
  }

  boolean hasPort(long port) {
    return ports.contains(port);
  }
}
