package io.plimsoll.core.admission.plugin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How much of a rate is left: tokens that come back over time. Mirrors {@code rate.Limiter} of {@code golang.org/x/time}.
 *
 * @param tokens how many were left
 * @param at when that was
 */
record TokenBucket(double tokens, Instant at) {

  /**
   * Returns the bucket with one token less; empty if there is none to take.
   *
   * @param perSecond how many tokens come back in a second
   * @param burst how many there are at most
   */
  Optional<TokenBucket> take(Instant now, float perSecond, int burst) {
    Duration elapsed = now.isBefore(at) ? Duration.ZERO : Duration.between(at, now);
    double seconds = elapsed.getSeconds() + elapsed.getNano() / 1e9;
    double left = Math.min(burst, tokens + seconds * perSecond) - 1;
    boolean waits = left < 0 && (long) (-left / perSecond * 1e9) > 0;
    return waits ? Optional.empty() : Optional.of(new TokenBucket(left, now));
  }
}
