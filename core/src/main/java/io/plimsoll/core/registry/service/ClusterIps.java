package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.IpText;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of a Service, after its families. Mirrors {@code allocClusterIPs} and {@code updateClusterIPs} of {@code
 * pkg/registry/core/service/storage/alloc.go}.
 *
 * <p>Upstream asks for the addresses of two families in any order; here it is the one of the families.
 */
final class ClusterIps {

  private static final FieldPath PATH = FieldPath.of("spec", "clusterIPs");

  private final Pools pools;
  private final String name;
  private final AllocatedSpec now;

  ClusterIps(Pools pools, String name, AllocatedSpec now) {
    this.pools = pools;
    this.name = name;
    this.now = now;
  }

  void create() throws AllocationRefused {
    if (now.is(ServiceView.EXTERNAL_NAME) || isHeadless(now)) {
      return;
    }
    List<String> families = now.ipFamilies();
    List<String> addresses = new ArrayList<>(now.clusterIps());
    while (addresses.size() < families.size()) {
      addresses.add("");
    }
    for (int i = 0; i < families.size(); i++) {
      allocate(families.get(i), addresses, i);
    }
    now.setClusterIps(addresses);
    if (!families.isEmpty()) {
      now.setClusterIp(addresses.get(0));
    }
  }

  private static boolean isHeadless(AllocatedSpec spec) {
    List<String> addresses = spec.clusterIps();
    return !addresses.isEmpty() && addresses.get(0).equals(ServiceView.NONE);
  }

  /** Gives a Service that had none its addresses, and one that wants a second family now one of that. */
  void update(AllocatedSpec old) throws AllocationRefused {
    if (IpFamilies.keepsPreference(now, old)) {
      return;
    }
    // A Service of a manifest that nobody stored has no address yet.
    boolean first = old.is(ServiceView.EXTERNAL_NAME) || old.clusterIps().isEmpty();
    if (first) {
      create();
      return;
    }
    List<String> families = now.ipFamilies();
    boolean upgraded = old.ipFamilies().size() == 1 && families.size() == 2;
    if (!upgraded || isHeadless(old) || now.is(ServiceView.EXTERNAL_NAME)) {
      return;
    }
    List<String> addresses = new ArrayList<>(now.clusterIps());
    if (addresses.size() < 2) {
      addresses.add("");
    }
    if (addresses.size() == 2 && pools.has(families.get(1))) {
      allocate(families.get(1), addresses, 1);
    }
    now.setClusterIps(addresses);
  }

  private void allocate(String family, List<String> addresses, int index) throws AllocationRefused {
    AddressPool pool = pools.of(family);
    String asked = addresses.get(index);
    if (asked.isEmpty()) {
      Optional<IpText> next = pool.next();
      if (next.isEmpty()) {
        throw AllocationRefused.internalError(
            "failed to allocate a serviceIP for Service \"" + name + "\": range is full");
      }
      addresses.set(index, next.get().canonical());
      return;
    }
    Optional<IpText> address = IpText.parse(asked);
    if (address.isEmpty()) {
      throw AllocationRefused.internalError("failed to parse service IP \"" + asked + "\"");
    }
    Optional<String> problem = pool.allocate(AddressRange.plain(address.get()));
    if (problem.isPresent()) {
      throw AllocationRefused.invalid(FieldError.invalid(
          PATH, addresses, "failed to allocate IP " + asked + ": " + problem.get()));
    }
  }
}
