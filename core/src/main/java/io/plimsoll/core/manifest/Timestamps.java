package io.plimsoll.core.manifest;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dates and times that go-yaml takes for {@code !!timestamp}: {@code parseTimestamp} in {@code resolve.go}. */
final class Timestamps {

  private static final String DATE = "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})";
  private static final String TIME = "([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?";
  private static final String ZONE = "(?:Z|[-+]([0-9]{2}):([0-9]{2}))";

  private static final Pattern TIMESTAMP =
      Pattern.compile(DATE + "(?:[Tt]" + TIME + ZONE + "| " + TIME + ")?");

  private Timestamps() {}

  static boolean isTimestamp(String text) {
    Matcher match = TIMESTAMP.matcher(text);
    if (!match.matches()) {
      return false;
    }
    int month = number(match, 2);
    int day = number(match, 3);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(number(match, 1), month).lengthOfMonth()
        && isTime(match, 4)
        && isTime(match, 9)
        && number(match, 7) <= 24
        && number(match, 8) < 60;
  }

  private static boolean isTime(Matcher match, int hour) {
    return number(match, hour) < 24 && number(match, hour + 1) < 60 && number(match, hour + 2) < 60;
  }

  private static int number(Matcher match, int group) {
    return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
  }
}
