package io.plimsoll.psa.apparmor;

/** How much work may be done on a policy: an input that wants more is refused. */
final class Budget {

  private static final long STEPS = 400_000_000L;
  private static final long PAIRS = 1L << 28;

  private long left = STEPS;

  void spend() {
    spend(1);
  }

  void spend(long steps) {
    left -= steps;
    if (left < 0) {
      throw PolicyException.of("limit", null, "the policy is too large to be compared with itself");
    }
  }

  /** Refuses what would take too much memory. */
  void reserve(long pairs) {
    spend(pairs >> 8);
    if (pairs > PAIRS) {
      throw PolicyException.of("limit", null, "two patterns are too large to be compared");
    }
  }
}
