package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.GoText;
import java.math.BigDecimal;
import java.util.Map;

/** What keeps a text from being a duration such as {@code 1h30m}. Mirrors {@code time.ParseDuration} of Go. */
final class GoDuration {

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private static final Map<String, Long> UNITS = Map.of(
      "ns", 1L,
      "us", 1_000L,
      "µs", 1_000L,
      "μs", 1_000L,
      "ms", 1_000_000L,
      "s", 1_000_000_000L,
      "m", 60_000_000_000L,
      "h", 3_600_000_000_000L);

  private GoDuration() {}

  /** Returns what is wrong; the empty text if nothing is. */
  static String error(String text) {
    String invalid = "time: invalid duration " + GoText.quote(text);
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
      if (!amount.matches("[0-9]+(\\.[0-9]*)?|\\.[0-9]+")) {
        return invalid;
      }
      int unit = length(rest, false);
      if (unit == 0) {
        return "time: missing unit in duration " + GoText.quote(text);
      }
      Long nanos = UNITS.get(rest.substring(0, unit));
      if (nanos == null) {
        return "time: unknown unit " + GoText.quote(rest.substring(0, unit)) + " in duration "
            + GoText.quote(text);
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
}
