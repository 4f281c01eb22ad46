package io.plimsoll.core.authn;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** The ids of tokens: random UUIDs of version 4. */
final class TokenIds {

  private static final long VERSION_MASK = 0xffff_ffff_ffff_0fffL;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private TokenIds() {}

  static String next(RandomGenerator random) {
    long high = (random.nextLong() & VERSION_MASK) | VERSION_4;
    long low = (random.nextLong() & VARIANT_MASK) | VARIANT;
    return new UUID(high, low).toString();
  }
}
