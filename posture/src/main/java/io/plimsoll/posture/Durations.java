package io.plimsoll.posture;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as flags have them: {@code 1h30m}. Mirrors {@code time.ParseDuration}, for whole seconds and what they make up. */
final class Durations {

  private static final Pattern WHOLE = Pattern.compile("([0-9]+[hms])+");
  private static final Pattern PART = Pattern.compile("([0-9]+)([hms])");
  private static final Map<String, Long> SECONDS = Map.of("h", 3600L, "m", 60L, "s", 1L);

  private Durations() {}

  static long seconds(String text) {
    if (text.equals("0")) {
      return 0;
    }
    if (!WHOLE.matcher(text).matches()) {
      throw new ServerStartException("invalid duration \"" + text
          + "\": expected whole hours, minutes and seconds, such as 1h30m");
    }
    long sum = 0;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      sum += Long.parseLong(part.group(1)) * SECONDS.getOrDefault(part.group(2), 0L);
    }
    return sum;
  }
}
