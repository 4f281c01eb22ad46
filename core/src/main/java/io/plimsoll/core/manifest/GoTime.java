package io.plimsoll.core.manifest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Times as Go's {@code time.Parse} reads the layouts {@code 2006-01-02T15:04:05Z07:00}, where a fraction of the second may be
 * left out, and {@code 2006-01-02T15:04:05.000000Z07:00}, where it may not, and what it says of other texts.
 *
 * <p>More lenient than RFC 3339: an hour of one digit, a comma before the fraction and an offset of 24:60 pass.
 */
final class GoTime {

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final String SECONDS = "2006-01-02T15:04:05";
  private static final String FRACTION = ".000000";
  private static final String ZONE = "Z07:00";

  private final String text;
  private final boolean micros;
  private int at;

  // What was read.
  private int year;
  private int month;
  private int day;
  private int hour;
  private int minute;
  private int second;
  private int nanos;
  private int offsetMinutes;

  private GoTime(String text, boolean micros) {
    this.text = text;
    this.micros = micros;
  }

  /** Returns why a text is no time, with six decimal places of the second or any number; empty if it is one. */
  static Optional<String> error(String text, boolean micros) {
    try {
      new GoTime(text, micros).parse();
      return Optional.empty();
    } catch (TimeException e) {
      return Optional.of(e.reason);
    }
  }

  /** Returns the time that a text is, with any number of decimal places; empty if it is none. */
  static Optional<Instant> parse(String text) {
    GoTime time = new GoTime(text, false);
    try {
      time.parse();
      return Optional.of(time.instant());
    } catch (TimeException notATime) {
      return Optional.empty();
    }
  }

  private Instant instant() {
    return LocalDateTime.of(year, month, day, hour, minute, second, nanos)
        .minusMinutes(offsetMinutes)
        .toInstant(ZoneOffset.UTC);
  }

  private static final class TimeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    TimeException(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }
  }

  private void parse() throws TimeException {
    year = year();
    skip("-");
    month = number("01", true, "month", 1, 12);
    skip("-");
    day = number("02", true, "", 0, 99);
    skip("T");
    hour = number("15", false, "hour", 0, 23);
    skip(":");
    minute = number("04", true, "minute", 0, 59);
    skip(":");
    second = number("05", true, "second", 0, 59);
    fraction();
    zone();
    if (at < text.length()) {
      throw failure(": extra text: " + quote(text.substring(at)));
    }
    if (day < 1 || day > daysIn(year, month)) {
      throw failure(": day out of range");
    }
  }

  private static int daysIn(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }

  private int year() throws TimeException {
    for (int i = 0; i < 4; i++) {
      if (!digit(i)) {
        throw cannotParse(0, "2006");
      }
    }
    at = 4;
    return Integer.parseInt(text, 0, at, 10);
  }

  /** Reads a number of two digits, or of one where that is allowed. */
  private int number(String layout, boolean fixed, String what, int least, int most)
      throws TimeException {
    if (!digit(at) || (fixed && !digit(at + 1))) {
      throw cannotParse(at, layout);
    }
    int end = digit(at + 1) ? at + 2 : at + 1;
    int number = Integer.parseInt(text, at, end, 10);
    at = end;
    if (number < least || number > most) {
      throw failure(": " + what + " out of range");
    }
    return number;
  }

  private void fraction() throws TimeException {
    boolean point = at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',');
    int end = at + 1;
    while (digit(end) && !(micros && end - at == FRACTION.length())) {
      end++;
    }
    if (micros && (!point || end - at < FRACTION.length())) {
      throw cannotParse(at, FRACTION);
    }
    if (point && end > at + 1) {
      int place = 100_000_000;
      for (int i = at + 1; i < end; i++, place /= 10) {
        nanos += place * (text.charAt(i) - '0');
      }
      at = end;
    }
  }

  private void zone() throws TimeException {
    if (at < text.length() && text.charAt(at) == 'Z') {
      at++;
      return;
    }
    int start = at;
    boolean whole = text.length() - at >= ZONE.length() && text.charAt(at + 3) == ':';
    if (!whole || !digits(at + 1) || !digits(at + 4)) {
      throw cannotParse(start, ZONE);
    }
    int hours = Integer.parseInt(text, at + 1, at + 3, 10);
    int minutes = Integer.parseInt(text, at + 4, at + 6, 10);
    at += ZONE.length();
    if (minutes > 60) {
      throw failure(": time zone offset minute out of range");
    }
    if (hours > 24) {
      throw failure(": time zone offset hour out of range");
    }
    if (text.charAt(start) != '+' && text.charAt(start) != '-') {
      throw cannotParse(start, ZONE);
    }
    offsetMinutes = (60 * hours + minutes) * (text.charAt(start) == '-' ? -1 : 1);
  }

  private boolean digits(int index) {
    return digit(index) && digit(index + 1);
  }

  private boolean digit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private void skip(String separator) throws TimeException {
    if (!text.startsWith(separator, at)) {
      throw cannotParse(at, separator);
    }
    at++;
  }

  private TimeException cannotParse(int from, String layout) {
    String rest = text.substring(Math.min(from, text.length()));
    return failure(" as " + quote(SECONDS + (micros ? FRACTION : "") + ZONE) + ": cannot parse "
        + quote(rest) + " as " + quote(layout));
  }

  private TimeException failure(String reason) {
    return new TimeException("parsing time " + quote(text) + reason);
  }

  /** Mirrors the package's own function: what is not printable ASCII is shown byte by byte. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b < ' ') {
        out.append(String.format("\\x%02x", b));
      } else {
        out.append(b == '"' || b == '\\' ? "\\" : "").append((char) b);
      }
    }
    return out.append('"').toString();
  }
}
