package io.plimsoll.core.registry.service;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.ServiceRanges;
import io.plimsoll.core.validation.Draft;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Gives Services their addresses and ports of nodes, before they are validated. Mirrors {@code beginCreate} and {@code beginUpdate}
 * of {@code pkg/registry/core/service/storage/storage.go}.
 *
 * <p>What the Services of a cluster have is in use, and only that: who does without something, and who is deleted, gives it back.
 * Who asks for nothing in particular gets the first address and port that is free. It goes through addresses first, then ports, then
 * the port for health checks; the first that cannot be had ends it.
 */
public final class ServiceAllocator {

  private final ServiceRanges ranges;

  /** Makes one that gives from these ranges. */
  public ServiceAllocator(ServiceRanges ranges) {
    this.ranges = ranges;
  }

  /** Returns what becomes of a new Service in a cluster. */
  public Allocation create(Cluster cluster, MappingValue service, boolean dryRun) {
    return created(pools(cluster, service, dryRun), service);
  }

  private Pools pools(Cluster cluster, MappingValue service, boolean dryRun) {
    Fields metadata = metadata(service);
    return new ClusterPools(ranges, cluster)
        .forWrite(metadata.text("namespace"), metadata.text("name"), dryRun);
  }

  private static Fields metadata(MappingValue service) {
    return Fields.of(service.get("metadata"));
  }

  private static Allocation created(Pools pools, MappingValue service) {
    AllocatedSpec now = spec(service, ServiceUpdate::matchNewClusterIps);
    try {
      new IpFamilies(pools, now, Optional.empty()).set();
      new ClusterIps(pools, metadata(service).text("name"), now).create();
      if (now.view().needsNodePort()) {
        new NodePorts(pools.ports(), now).create();
      }
      HealthCheckPort.allocate(pools.ports(), now, Optional.empty());
    } catch (AllocationRefused refused) {
      return refused.outcome();
    }
    return new Allocation.Allocated(service.with("spec", now.build()));
  }

  private static AllocatedSpec spec(MappingValue service, Consumer<Draft> change) {
    return new AllocatedSpec(Draft.edit(Draft.of(service).object("spec"), change));
  }

  /**
   * Returns what becomes of a Service in place of another.
   *
   * @param old the other, as {@link #asRead} returns it
   */
  public Allocation update(
      Cluster cluster, MappingValue service, MappingValue old, boolean dryRun) {
    Pools pools = pools(cluster, old, dryRun);
    MappingValue oldSpec = Draft.of(old).object("spec");
    AllocatedSpec before = new AllocatedSpec(oldSpec);
    AllocatedSpec now = spec(service, spec -> ServiceUpdate.keep(spec, oldSpec));
    try {
      new IpFamilies(pools, now, Optional.of(before)).set();
      new ClusterIps(pools, metadata(service).text("name"), now).update(before);
      if (now.view().needsNodePort()) {
        new NodePorts(pools.ports(), now).update(before);
      }
      HealthCheckPort.allocate(pools.ports(), now, Optional.of(before));
    } catch (AllocationRefused refused) {
      return refused.outcome();
    }
    return new Allocation.Allocated(service.with("spec", now.build()));
  }

  /** Returns a stored Service with what older servers, and manifests, do not say of its addresses. */
  public MappingValue asRead(MappingValue service) {
    AllocatedSpec spec = spec(service, ServiceUpdate::matchNewClusterIps);
    StoredFamilies.complete(spec, AddressRange.family(ranges.clusterIps().get(0).network()));
    return service.with("spec", spec.build());
  }

  /**
   * Returns what gives the Services of a cluster that were never stored what they do not say, one after the other: each keeps what it
   * says, be it in use or out of range, and nobody gets what another says. One that makes no sense, or that
   * nothing is left for, stays as it is.
   */
  public UnaryOperator<MappingValue> given(Cluster cluster) {
    Pools pools = new ClusterPools(ranges, cluster).forGiven();
    return service -> created(pools, service) instanceof Allocation.Allocated allocated
        ? allocated.service()
        : service;
  }
}
