package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.quota.QuotaStatus;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.CustomKinds;
import io.plimsoll.core.registry.ServiceRanges;
import io.plimsoll.core.registry.service.ServiceAllocator;
import io.plimsoll.core.validation.Strategies;
import java.time.Instant;

/**
 * Objects from manifests as a server would have them in store. Mirrors what decoding, {@code rest.BeforeCreate} of {@code
 * k8s.io/apiserver/pkg/registry/rest} and the store do to an object, whether it is valid or not.
 *
 * <p>An object gets the defaults of its kind, what its kind gives to new ones ({@code generation}, {@code status.phase}, addresses
 * of a service), and the {@code uid}, {@code creationTimestamp} and {@code resourceVersion} that it does not have; all of it is made
 * from the objects, so that the same manifests give the same. What a manifest says of these, and of the status, stays, and one with a
 * {@code resourceVersion} was stored before and gets defaults only. What is in the text keeps its place there. Nobody asks admission
 * plug-ins, and what the API does not know is gone.
 */
public final class StoredObjects {

  private StoredObjects() {}

  /** Returns a cluster with its objects as they are stored by a server with {@link ServiceRanges#DEFAULTS}. */
  public static Cluster of(Cluster manifests, Strategies strategies) {
    return of(manifests, strategies, ServiceRanges.DEFAULTS);
  }

  /**
   * Returns a cluster with its objects as they are stored; those of a kind that is not served get only what all objects have.
   *
   * @param ranges what Services get addresses and ports of nodes from that do not say theirs; what others say is kept free
   */
  public static Cluster of(Cluster manifests, Strategies strategies, ServiceRanges ranges) {
    Storing storing = new Storing(
        strategies, CustomKinds.of(manifests), new ServiceAllocator(ranges).given(manifests));
    return manifests.map(storing::stored);
  }

  /**
   * Returns a cluster with the status of its quotas as their controller writes it: the limits that are in force, and what is used
   * of them at a time.
   */
  public static Cluster withQuotasCounted(Cluster cluster, Instant now) {
    return QuotaStatus.counted(cluster, now);
  }
}
