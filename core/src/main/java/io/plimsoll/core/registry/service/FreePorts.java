package io.plimsoll.core.registry.service;

import io.plimsoll.core.registry.ServiceRanges;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * The ports of nodes that no Service has. Mirrors {@code PortAllocator} of {@code pkg/registry/core/service/portallocator}.
 *
 * <p>Upstream keeps the start of the range for those who ask for a port, and gives the others one of the rest at random, or of the
 * start if the rest is used up. Here they get the first one that is free, in the same order.
 */
final class FreePorts implements PortPool {

  private static final int LEAST_OFFSET = 16;
  private static final int MOST_OFFSET = 128;
  private static final int STEP = 32;

  private final int first;
  private final int last;
  private final LongPredicate used;
  private final Set<Long> taken = new HashSet<>();
  private final PrimitiveIterator.OfLong candidates;

  /** Takes the range, and which ports are in use. */
  FreePorts(ServiceRanges ranges, LongPredicate used) {
    this.first = ranges.firstNodePort();
    this.last = ranges.lastNodePort();
    this.used = used;
    long start = (long) first + kept();
    this.candidates = LongStream.concat(
            LongStream.rangeClosed(start, last), LongStream.range(first, start))
        .iterator();
  }

  @Override
  public Optional<String> allocate(long port) {
    if (port < first || port > last) {
      return Optional.of("provided port is not in the valid range. The range of valid ports is "
          + first + "-" + last);
    }
    if (used.test(port) || !taken.add(port)) {
      return Optional.of(ALLOCATED);
    }
    return Optional.empty();
  }

  /** Returns how many ports are kept for those who ask for one: {@code calculateRangeOffset}. */
  private int kept() {
    int size = last - first + 1;
    return size <= LEAST_OFFSET ? 0 : Math.min(Math.max(LEAST_OFFSET, size / STEP), MOST_OFFSET);
  }

  /** Nothing becomes free meanwhile, so what was found to be in use is not looked at again. */
  @Override
  public OptionalLong next() {
    while (candidates.hasNext()) {
      long port = candidates.nextLong();
      if (!used.test(port) && taken.add(port)) {
        return OptionalLong.of(port);
      }
    }
    return OptionalLong.empty();
  }
}
