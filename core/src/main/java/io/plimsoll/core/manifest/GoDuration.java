package io.plimsoll.core.manifest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go reads and writes them: {@code 1h30m}, {@code 1.5s}. Mirrors {@code time.ParseDuration} and {@code Duration.String}. */
public final class GoDuration {

  private static final Pattern PART =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");

  private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.[0-9]*)?|\\.[0-9]+");

  private static final long SECOND = 1_000_000_000L;

  private static final Map<String, Long> NANOS = Map.of(
      "ns", 1L,
      "us", 1_000L,
      "\u00b5s", 1_000L,
      "\u03bcs", 1_000L,
      "ms", 1_000_000L,
      "s", SECOND,
      "m", 60 * SECOND,
      "h", 3600 * SECOND);

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private GoDuration() {}

  /** Reads a duration, if it is one. */
  public static Optional<Duration> tryParse(String text) {
    boolean negative = text.startsWith("-");
    String unsigned = negative || text.startsWith("+") ? text.substring(1) : text;
    if (unsigned.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    Matcher part = PART.matcher(unsigned);
    BigDecimal sum = BigDecimal.ZERO;
    int end = 0;
    while (end < unsigned.length()) {
      if (!part.find(end) || part.start() != end) {
        return Optional.empty();
      }
      // Go drops what is less than a nanosecond part by part.
      BigDecimal number =
          new BigDecimal(part.group(1).endsWith(".") ? part.group(1) + "0" : part.group(1));
      sum = sum.add(number
          .multiply(BigDecimal.valueOf(NANOS.getOrDefault(part.group(2), 0L)))
          .setScale(0, RoundingMode.DOWN));
      end = part.end();
    }
    if (unsigned.isEmpty() || sum.compareTo(MOST) > 0) {
      return Optional.empty();
    }
    Duration duration = Duration.ofNanos(sum.longValueExact());
    return Optional.of(negative ? duration.negated() : duration);
  }

  /** Returns what keeps a text from being a duration, in Go's words; the empty text if nothing does. */
  public static String error(String text) {
    String invalid = "time: invalid duration " + GoTime.quote(text);
    String rest = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return "";
    }
    if (rest.isEmpty()) {
      return invalid;
    }
    BigDecimal sum = BigDecimal.ZERO;
    while (!rest.isEmpty()) {
      int number = length(rest, true);
      String amount = rest.substring(0, number);
      rest = rest.substring(number);
      if (!AMOUNT.matcher(amount).matches()) {
        return invalid;
      }
      int unit = length(rest, false);
      if (unit == 0) {
        return "time: missing unit in duration " + GoTime.quote(text);
      }
      Long nanos = NANOS.get(rest.substring(0, unit));
      if (nanos == null) {
        return "time: unknown unit " + GoTime.quote(rest.substring(0, unit)) + " in duration "
            + GoTime.quote(text);
      }
      rest = rest.substring(unit);
      sum = sum.add(new BigDecimal(amount.endsWith(".") ? amount + "0" : amount)
          .multiply(BigDecimal.valueOf(nanos)));
      if (sum.compareTo(MOST) > 0) {
        return invalid;
      }
    }
    return "";
  }

  /** Returns how many characters of a number, with one point at most, or of a unit a text starts with. */
  private static int length(String text, boolean number) {
    boolean point = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean numeric = c == '.' || (c >= '0' && c <= '9');
      if (numeric != number || (point && c == '.' && number)) {
        return i;
      }
      point |= c == '.';
    }
    return text.length();
  }

  /** Returns the shortest text, with units from hours down: {@code 1h30m0s}, {@code 1.5s}, {@code 30ms}. */
  public static String toString(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    String sign = duration.isNegative() ? "-" : "";
    long nanos = duration.abs().toNanos();
    if (nanos < SECOND) {
      return sign + fraction(nanos);
    }
    long seconds = nanos / SECOND;
    StringBuilder text = new StringBuilder(sign);
    if (seconds >= 3600) {
      text.append(seconds / 3600).append('h');
    }
    if (seconds >= 60) {
      text.append(seconds / 60 % 60).append('m');
    }
    return text.append(decimal(nanos % (60 * SECOND), SECOND)).append('s').toString();
  }

  private static String fraction(long nanos) {
    if (nanos < 1_000) {
      return nanos + "ns";
    }
    return nanos < 1_000_000 ? decimal(nanos, 1_000) + "\u00b5s" : decimal(nanos, 1_000_000) + "ms";
  }

  private static String decimal(long nanos, long unit) {
    return BigDecimal.valueOf(nanos)
        .divide(BigDecimal.valueOf(unit))
        .stripTrailingZeros()
        .toPlainString();
  }
}
