package io.plimsoll.core.model;

import io.plimsoll.core.manifest.ScalarValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What a server stamps objects and reviews with: uids and times. */
public final class Stamps {

  private static final int PLAIN_LENGTH = "0000-00-00T00:00:00Z".length();

  /** Years of four digits. */
  private static final Instant FIRST_PLAIN = Instant.parse("1000-01-01T00:00:00Z");

  private static final Instant AFTER_PLAIN = Instant.parse("+10000-01-01T00:00:00Z");

  private Stamps() {}

  /** Returns a uid. Upstream draws it at random; here the same parts make the same. */
  public static String uid(String... parts) {
    byte[] seed = String.join("/", parts).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(seed).toString();
  }

  /** Returns a time as objects have it: whole seconds, UTC. Mirrors {@code metav1.Time.MarshalJSON}. */
  public static ScalarValue time(Instant instant) {
    if (instant.isBefore(FIRST_PLAIN) || !instant.isBefore(AFTER_PLAIN)) {
      return ScalarValue.of(instant.truncatedTo(ChronoUnit.SECONDS).toString());
    }
    LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
    // The formatter of the JDK takes a third of a microsecond for it, and there is one in every
    // object.
    StringBuilder text = new StringBuilder(PLAIN_LENGTH).append(time.getYear());
    digits(text, '-', time.getMonthValue());
    digits(text, '-', time.getDayOfMonth());
    digits(text, 'T', time.getHour());
    digits(text, ':', time.getMinute());
    digits(text, ':', time.getSecond());
    return ScalarValue.of(text.append('Z').toString());
  }

  private static void digits(StringBuilder text, char before, int number) {
    text.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
