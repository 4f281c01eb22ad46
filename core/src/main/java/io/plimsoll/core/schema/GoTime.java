package io.plimsoll.core.schema;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Times as Go's {@code time.Parse} reads the layouts {@code 2006-01-02T15:04:05Z07:00}, where a fraction of the second may be
 * left out, and {@code 2006-01-02T15:04:05.000000Z07:00}, where it may not.
 *
 * <p>More lenient than RFC 3339: an hour of one digit, a comma before the fraction and an offset of 24:60 pass.
 */
public final class GoTime {

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int MICROS = 6;

  private final String text;
  private int at;
  private boolean failed;

  // What was read.
  private int year;
  private int month;
  private int day;
  private int hour;
  private int minute;
  private int second;
  private int nanos;
  private int offsetSeconds;

  private GoTime(String text) {
    this.text = text;
  }

  /** Returns whether the text is a time with any number of decimal places of the second, or none. */
  static boolean isTime(String text) {
    return new GoTime(text).parse(false);
  }

  /** Returns whether the text is a time with six decimal places of the second. */
  static boolean isMicroTime(String text) {
    return new GoTime(text).parse(true);
  }

  /** Returns the time that a text is; empty if it is none. */
  public static Optional<Instant> parse(String text) {
    GoTime time = new GoTime(text);
    return time.parse(false) ? Optional.of(time.instant()) : Optional.empty();
  }

  private Instant instant() {
    return LocalDateTime.of(year, month, day, hour, minute, second, nanos)
        .minusSeconds(offsetSeconds)
        .toInstant(ZoneOffset.UTC);
  }

  private boolean parse(boolean micros) {
    year = number(4, 0, 9999);
    skip('-');
    month = number(2, 1, 12);
    skip('-');
    day = number(2, 1, 31);
    skip('T');
    hour = number(digit(at + 1) ? 2 : 1, 0, 23);
    skip(':');
    minute = number(2, 0, 59);
    skip(':');
    second = number(2, 0, 59);
    fraction(micros);
    zone();
    return !failed && at == text.length() && day <= daysIn(year, month);
  }

  private static int daysIn(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }

  private void fraction(boolean micros) {
    int start = at;
    if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',') && digit(at + 1)) {
      at++;
      for (int place = 100_000_000; digit(at) && !(micros && at - start > MICROS); place /= 10) {
        nanos += place * (text.charAt(at) - '0');
        at++;
      }
    }
    failed |= micros && at - start != MICROS + 1;
  }

  private void zone() {
    if (at < text.length() && text.charAt(at) == 'Z') {
      at++;
      return;
    }
    failed |= at >= text.length() || (text.charAt(at) != '+' && text.charAt(at) != '-');
    int sign = at < text.length() && text.charAt(at) == '-' ? -1 : 1;
    at++;
    int hours = number(2, 0, 24);
    skip(':');
    offsetSeconds = sign * (60 * hours + number(2, 0, 60)) * 60;
  }

  private int number(int digits, int least, int most) {
    int number = 0;
    for (int i = 0; i < digits; i++) {
      if (!digit(at)) {
        failed = true;
        return least;
      }
      number = 10 * number + text.charAt(at++) - '0';
    }
    failed |= number < least || number > most;
    return failed ? least : number;
  }

  private boolean digit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private void skip(char c) {
    failed |= at >= text.length() || text.charAt(at) != c;
    at++;
  }
}
