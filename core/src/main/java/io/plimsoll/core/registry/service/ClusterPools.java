package io.plimsoll.core.registry.service;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.CidrText;
import io.plimsoll.core.model.IpText;
import io.plimsoll.core.registry.ServiceRanges;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The pools of a cluster: what its Services have is in use. Mirrors {@code newServiceIPAllocators} of {@code
 * pkg/registry/core/rest/storage_core.go}.
 *
 * <p>The first address belongs to the Service {@code kubernetes} in {@code default}, which each server makes at its start; a
 * cluster that does not hold it is taken as if it did.
 */
final class ClusterPools {

  private final ServiceRanges ranges;
  private final Cluster cluster;
  private final ServicesInUse inUse;

  ClusterPools(ServiceRanges ranges, Cluster cluster) {
    this.ranges = ranges;
    this.cluster = cluster;
    this.inUse = cluster.index(ServicesInUse.INDEX);
  }

  /** Returns the pools for a write of a Service. */
  Pools forWrite(String namespace, String name, boolean dryRun) {
    boolean kept = !inUse.hasApi() && !ServicesInUse.isApi(namespace, name);
    PortPool ports =
        dryRun ? new TriedPorts(inUse::hasPort) : new FreePorts(ranges, inUse::hasPort);
    Map<String, AddressPool> addresses = new LinkedHashMap<>();
    for (CidrText cidr : ranges.clusterIps()) {
      String family = AddressRange.family(cidr.network());
      List<AddressRange> networks = ServiceNetworks.of(cluster, ranges, family);
      addresses.put(
          family, dryRun ? new TriedAddresses(networks) : new FreeAddresses(networks, used(kept)));
    }
    return new Pools(primary(), addresses, ports);
  }

  /** Returns the pools for the Services of the cluster itself, which have what they say. */
  Pools forGiven() {
    Pools pools = forWrite("", "", false);
    Map<String, AddressPool> addresses = new LinkedHashMap<>();
    pools.addresses().forEach((family, pool) -> addresses.put(family, new GivenAddresses(pool)));
    return new Pools(pools.primary(), addresses, new GivenPorts(pools.ports()));
  }

  private String primary() {
    return AddressRange.family(ranges.clusterIps().get(0).network());
  }

  private Predicate<IpText> used(boolean keepsFirst) {
    IpText first = AddressRange.first(ranges.clusterIps().get(0));
    Set<IpText> reserved = ReservedAddresses.of(cluster);
    return address -> inUse.hasAddress(address)
        || (keepsFirst && address.equals(first))
        || reserved.contains(address);
  }
}
