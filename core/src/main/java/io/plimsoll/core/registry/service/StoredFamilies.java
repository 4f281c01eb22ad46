package io.plimsoll.core.registry.service;

import io.plimsoll.core.model.IpText;
import java.util.List;

/**
 * The families of a Service that was stored without them. Mirrors {@code defaultOnReadIPFamilies} of {@code
 * pkg/registry/core/service/storage/storage.go}.
 */
final class StoredFamilies {

  private StoredFamilies() {}

  static void complete(AllocatedSpec spec, String primary) {
    List<String> addresses = spec.clusterIps();
    boolean known = !spec.ipFamilies().isEmpty();
    if (known || spec.is(ServiceView.EXTERNAL_NAME) || addresses.isEmpty()) {
      return;
    }
    if (spec.isHeadlessWithoutSelector()) {
      set(spec, List.of(primary, Pools.other(primary)));
    } else if (spec.clusterIp().equals(ServiceView.NONE)) {
      set(spec, List.of(primary));
    } else {
      set(
          spec,
          addresses.stream()
              .flatMap(address -> IpText.parse(address).stream())
              .map(AddressRange::family)
              .toList());
    }
  }

  private static void set(AllocatedSpec spec, List<String> families) {
    spec.setIpFamilies(families);
    spec.setIpFamilyPolicy(families.size() == 2 ? "RequireDualStack" : "SingleStack");
  }
}
