package io.plimsoll.core.registry.service;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * The ports of nodes of a dry run: all that are not in use can be had, be they in the range or not, and who asks for any gets one
 * that nobody checks. Mirrors what {@code PortAllocationOperation} of {@code pkg/registry/core/service/portallocator} does then.
 */
final class TriedPorts implements PortPool {

  private static final long ANY = 32_768;
  private static final long END_OF_SEARCH = 100;

  private final LongPredicate used;
  private final Set<Long> taken = new HashSet<>();
  private long highest;

  TriedPorts(LongPredicate used) {
    this.used = used;
  }

  @Override
  public Optional<String> allocate(long port) {
    if (used.test(port) || !taken.add(port)) {
      return Optional.of(ALLOCATED);
    }
    highest = Math.max(highest, port);
    return Optional.empty();
  }

  @Override
  public OptionalLong next() {
    long after = taken.isEmpty() ? ANY : highest;
    for (long port = after + 1; port < END_OF_SEARCH; port++) {
      if (allocate(port).isEmpty()) {
        return OptionalLong.of(port);
      }
    }
    taken.add(after + 1);
    highest = after + 1;
    return OptionalLong.of(after + 1);
  }
}
