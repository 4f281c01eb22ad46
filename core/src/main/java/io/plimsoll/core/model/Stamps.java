package io.plimsoll.core.model;

import io.plimsoll.core.manifest.ScalarValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** What a server stamps objects and reviews with: uids and times. */
public final class Stamps {

  /** The last second that was asked for: a server asks for the same again and again. */
  private static final AtomicReference<Written> LAST =
      new AtomicReference<>(Written.of(Instant.EPOCH));

  private Stamps() {}

  /** Returns a uid. Upstream draws it at random; here the same parts make the same. */
  public static String uid(String... parts) {
    byte[] seed = String.join("/", parts).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(seed).toString();
  }

  /** Returns a time as objects have it: whole seconds, UTC. Mirrors {@code metav1.Time.MarshalJSON}. */
  public static ScalarValue time(Instant instant) {
    Written last = LAST.get();
    if (last.second() != instant.getEpochSecond()) {
      last = Written.of(instant.truncatedTo(ChronoUnit.SECONDS));
      LAST.set(last);
    }
    return last.text();
  }

  /** A second and how it is written. */
  private record Written(long second, ScalarValue text) {

    static Written of(Instant instant) {
      return new Written(instant.getEpochSecond(), ScalarValue.of(instant.toString()));
    }
  }
}
