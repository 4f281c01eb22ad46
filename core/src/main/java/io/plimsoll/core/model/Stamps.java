package io.plimsoll.core.model;

import io.plimsoll.core.manifest.ScalarValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What a server stamps objects and reviews with: uids and times. */
public final class Stamps {

  private Stamps() {}

  /** Returns a uid. Upstream draws it at random; here the same parts make the same. */
  public static String uid(String... parts) {
    byte[] seed = String.join("/", parts).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(seed).toString();
  }

  /** Returns a time as objects have it: whole seconds, UTC. Mirrors {@code metav1.Time.MarshalJSON}. */
  public static ScalarValue time(Instant instant) {
    return ScalarValue.of(instant.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
