package io.plimsoll.core.registry.service;

import io.plimsoll.core.model.IpText;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of a dry run: all of a range can be had, and who asks for any gets the one of the network. Mirrors {@code
 * dryRunAllocator} of {@code pkg/registry/core/service/ipallocator}. Of several ranges upstream looks at one at random; here it is
 * the first.
 */
record TriedAddresses(List<AddressRange> ranges) implements AddressPool {

  @Override
  public Optional<String> allocate(IpText address) {
    if (ranges.isEmpty()) {
      return Optional.of("allocator not ready");
    }
    AddressRange range = ranges.get(0);
    return range.contains(address)
        ? Optional.empty()
        : Optional.of("the provided IP (" + address.canonical()
            + ") is not in the valid range. The range of valid IPs is " + range);
  }

  @Override
  public Optional<IpText> next() {
    return ranges.stream().map(AddressRange::network).findFirst();
  }
}
