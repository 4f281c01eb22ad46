package io.plimsoll.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A small generator of numbers that are the same everywhere: splitmix64, seeded by texts. */
final class SplitMix {

  private long state = 0x9E3779B97F4A7C15L;

  SplitMix(Object... seed) {
    for (Object part : seed) {
      for (byte b : String.valueOf(part).getBytes(StandardCharsets.UTF_8)) {
        state = (state ^ (b & 0xFF)) * 0x100000001B3L;
      }
      next();
    }
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /** Both ends are included. */
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  boolean chance(double probability) {
    long number = next();
    // An unsigned number as the nearest double: halved with the lost bit kept, and doubled.
    double value = number >= 0 ? number : 2.0 * ((number >>> 1) | (number & 1));
    return value / 0x1p64 < probability;
  }

  <T> T pick(List<T> list) {
    return list.get(below(list.size()));
  }
}
