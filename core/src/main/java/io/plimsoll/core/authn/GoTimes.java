package io.plimsoll.core.authn;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Times as Go prints them. */
final class GoTimes {

  private static final DateTimeFormatter DEFAULT = new DateTimeFormatterBuilder()
      .appendPattern("uuuu-MM-dd HH:mm:ss")
      .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
      .appendLiteral(" +0000 UTC")
      .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter RFC3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

  /** Before this, and as long after the year 1970, Go's own seconds of a time end. */
  private static final long FARTHEST = LocalDate.of(9999, 12, 31).toEpochDay() * 86_400;

  private GoTimes() {}

  /** Returns a time as {@code time.RFC3339} has it. */
  static String rfc3339(Instant time) {
    return RFC3339.format(time.atOffset(ZoneOffset.UTC));
  }

  /** Returns a time as {@code %v} prints it: {@code 2026-01-31 12:00:00 +0000 UTC}. */
  static String print(Instant time) {
    return DEFAULT.format(time.atOffset(ZoneOffset.UTC));
  }

  /** Returns a number of seconds since 1970 as a time; the farthest one if it is beyond all dates. */
  static Instant ofSeconds(long seconds) {
    try {
      return Instant.ofEpochSecond(seconds);
    } catch (DateTimeException beyond) {
      return Instant.ofEpochSecond(seconds < 0 ? -FARTHEST : FARTHEST);
    }
  }
}
