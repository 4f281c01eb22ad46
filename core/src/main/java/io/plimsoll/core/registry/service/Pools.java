package io.plimsoll.core.registry.service;

import java.util.Map;

/**
 * Where one write of a Service gets its addresses and ports from. Mirrors {@code Allocators} of {@code
 * pkg/registry/core/service/storage}.
 *
 * @param primary the family of the addresses of Services that say nothing of it
 * @param addresses the pools of addresses, by family
 * @param ports the pool of ports
 */
record Pools(String primary, Map<String, AddressPool> addresses, PortPool ports) {

  Pools {
    addresses = Map.copyOf(addresses);
  }

  boolean has(String family) {
    return addresses.containsKey(family);
  }

  boolean isDual() {
    return addresses.size() == 2;
  }

  AddressPool of(String family) {
    AddressPool pool = addresses.get(family);
    if (pool == null) {
      throw new IllegalArgumentException("not a family of this cluster: \"" + family + "\"");
    }
    return pool;
  }

  static String other(String family) {
    return family.equals("IPv4") ? "IPv6" : "IPv4";
  }
}
