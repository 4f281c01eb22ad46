package io.plimsoll.core.registry.service;

import io.plimsoll.core.model.IpText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The addresses that no Service has. Mirrors {@code MetaAllocator} of {@code pkg/registry/core/service/ipallocator}. */
final class FreeAddresses implements AddressPool {

  private final List<AddressRange> ranges;
  private final Predicate<IpText> used;
  private final Set<IpText> taken = new HashSet<>();

  /** Takes the ranges, in the order they are used up, and which of their addresses are in use. */
  FreeAddresses(List<AddressRange> ranges, Predicate<IpText> used) {
    this.ranges = ranges;
    this.used = used;
  }

  private boolean isFree(IpText address) {
    return !used.test(address) && !taken.contains(address);
  }

  @Override
  public Optional<String> allocate(IpText address) {
    if (ranges.stream().noneMatch(range -> range.contains(address))) {
      return Optional.of("the provided network does not match the current range");
    }
    if (!isFree(address)) {
      return Optional.of("provided IP is already allocated");
    }
    taken.add(address);
    return Optional.empty();
  }

  @Override
  public Optional<IpText> next() {
    for (AddressRange range : ranges) {
      Optional<IpText> free = range.next(this::isFree);
      if (free.isPresent()) {
        taken.add(free.get());
        return free;
      }
    }
    return Optional.empty();
  }
}
