package io.plimsoll.core.registry.service;

import io.plimsoll.core.model.IpText;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;

/** The addresses that no Service has. Mirrors {@code MetaAllocator} of {@code pkg/registry/core/service/ipallocator}. */
final class FreeAddresses implements AddressPool {

  private final List<AddressRange> ranges;
  private final Predicate<IpText> used;
  private final Set<IpText> taken = new HashSet<>();
  private final Queue<Iterator<IpText>> candidates = new ArrayDeque<>();

  /** Takes the ranges, in the order they are used up, and which of their addresses are in use. */
  FreeAddresses(List<AddressRange> ranges, Predicate<IpText> used) {
    this.ranges = ranges;
    this.used = used;
    ranges.forEach(range -> candidates.add(range.addresses()));
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

  /** Nothing becomes free meanwhile, so what was found to be in use is not looked at again. */
  @Override
  public Optional<IpText> next() {
    while (!candidates.isEmpty()) {
      Iterator<IpText> range = candidates.element();
      while (range.hasNext()) {
        IpText address = range.next();
        if (isFree(address)) {
          taken.add(address);
          return Optional.of(address);
        }
      }
      candidates.remove();
    }
    return Optional.empty();
  }
}
