package io.plimsoll.core.registry.service;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.model.CidrText;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.registry.ServiceRanges;
import java.util.ArrayList;
import java.util.List;

/**
 * The ranges that a cluster's ServiceCIDRs add. Mirrors {@code syncAllocators} of {@code
 * pkg/registry/core/service/ipallocator/cidrallocator.go}.
 *
 * <p>The one named {@code kubernetes} is made by the server from its flags; where the cluster has it, it counts instead of them.
 */
final class ServiceNetworks {

  private static final ClusterIndex<ServiceNetworks> INDEX =
      ClusterIndex.ofKind(ServiceNetworks::new, "networking.k8s.io", "ServiceCIDR");

  private final List<CidrText> cidrs = new ArrayList<>();
  private final boolean hasDefault;

  private ServiceNetworks(Cluster cluster) {
    boolean found = false;
    for (KubeObject network : cluster.objects("networking.k8s.io", "ServiceCIDR")) {
      found |= network.ref().name().equals("kubernetes");
      if (isReady(network)) {
        Fields spec = Fields.of(network.tree().get("spec"));
        spec.strings("cidrs").forEach(text -> CidrText.parse(text).ifPresent(cidrs::add));
      }
    }
    hasDefault = found;
  }

  private static boolean isReady(KubeObject network) {
    if (Fields.of(network.tree().get("metadata")).has("deletionTimestamp")) {
      return false;
    }
    return Fields.of(network.tree().get("status"))
        .list("conditions", condition -> condition)
        .stream()
        .filter(condition -> condition.text("type").equals("Ready"))
        .findFirst()
        .map(condition -> condition.text("status").equals("True"))
        .orElse(true);
  }

  /** Returns the ranges of a family, in the order they are used up. */
  static List<AddressRange> of(Cluster cluster, ServiceRanges flags, String family) {
    ServiceNetworks networks = cluster.index(INDEX);
    List<CidrText> all = new ArrayList<>(networks.hasDefault ? List.of() : flags.clusterIps());
    all.addAll(networks.cidrs);
    return all.stream()
        .flatMap(cidr -> AddressRange.of(cidr).stream())
        .filter(range -> range.family().equals(family))
        .toList();
  }
}
