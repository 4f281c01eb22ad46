package io.plimsoll.psa.apparmor;

import java.math.BigInteger;
import java.util.Map;

/** Parses {@code set rlimit nofile <= 1024,}. Mirrors {@code parser_yacc.y} and {@code convert_time_units} of {@code parser_misc.c}. */
final class LimitParser {

  private static final long SECOND = 1_000_000;

  private static final Map<String, Long> MICROSECONDS = Map.ofEntries(
      Map.entry("us", 1L),
      Map.entry("microsecond", 1L),
      Map.entry("microseconds", 1L),
      Map.entry("ms", 1_000L),
      Map.entry("millisecond", 1_000L),
      Map.entry("milliseconds", 1_000L),
      Map.entry("s", SECOND),
      Map.entry("sec", SECOND),
      Map.entry("second", SECOND),
      Map.entry("seconds", SECOND),
      Map.entry("min", 60 * SECOND),
      Map.entry("minute", 60 * SECOND),
      Map.entry("minutes", 60 * SECOND),
      Map.entry("h", 3_600 * SECOND),
      Map.entry("hour", 3_600 * SECOND),
      Map.entry("hours", 3_600 * SECOND),
      Map.entry("d", 86_400 * SECOND),
      Map.entry("day", 86_400 * SECOND),
      Map.entry("days", 86_400 * SECOND),
      Map.entry("week", 604_800 * SECOND),
      Map.entry("weeks", 604_800 * SECOND));

  private final Tokens tokens;

  LimitParser(Tokens tokens) {
    this.tokens = tokens;
  }

  void limit(ProfileDraft draft, Token first) {
    tokens.take();
    tokens.expect(TokenKind.RLIMIT);
    Token resource = tokens.expect(TokenKind.ID);
    tokens.expect(TokenKind.LE);
    String value = tokens.expect(TokenKind.VALUE).text();
    String unit = tokens.at(TokenKind.ID) ? tokens.take().text() : "";
    PolicyRule rule = PolicyRule.at(first.to(tokens.expect(TokenKind.END_OF_RULE)));
    draft.limits.add(new ResourceLimit(resource.text(), value(resource, value, unit), rule));
  }

  private long value(Token resource, String text, String unit) {
    boolean infinite = text.equals("infinity");
    long value = infinite ? 0 : number(text);
    long read = switch (resource.text()) {
      case "cpu" -> time(resource, value, unit, SECOND);
      case "rttime" -> time(resource, value, unit, 1);
      case "nofile", "ofile", "nproc", "locks", "sigpending", "rtprio" -> {
        require(resource, infinite || (unit.isEmpty() && value >= 0), text, unit);
        yield value;
      }
      case "nice" -> {
        require(resource, infinite || (unit.isEmpty() && value >= -20 && value <= 19), text, unit);
        yield value + 20;
      }
      case "fsize", "data", "stack", "core", "rss", "as", "memlock", "msgqueue" -> {
        require(resource, infinite || value >= 0, text, unit);
        yield infinite ? value : size(resource, value, text, unit);
      }
      default -> throw tokens.error(resource, "INVALID RLIMIT '" + resource.text() + "'");
    };
    return infinite ? -1 : read;
  }

  private long time(Token resource, long value, String unit, long base) {
    require(resource, value >= 0, String.valueOf(value), unit);
    if (unit.isEmpty()) {
      return value;
    }
    Long factor = MICROSECONDS.get(unit);
    require(resource, factor != null, String.valueOf(value), unit);
    BigInteger micros =
        BigInteger.valueOf(value).multiply(BigInteger.valueOf(factor == null ? 1 : factor));
    boolean enough = (value == 0 && base == 1) || micros.compareTo(BigInteger.valueOf(base)) >= 0;
    require(resource, enough, String.valueOf(value), unit);
    return micros.divide(BigInteger.valueOf(base)).longValue();
  }

  /** A unit may be cut short. */
  private long size(Token resource, long value, String text, String unit) {
    if (unit.isEmpty()) {
      return value;
    }
    require(
        resource,
        "KB".startsWith(unit) || "MB".startsWith(unit) || "GB".startsWith(unit),
        text,
        unit);
    return value << (unit.startsWith("K") ? 10 : unit.startsWith("M") ? 20 : 30);
  }

  private void require(Token resource, boolean valid, String value, String unit) {
    if (!valid) {
      throw tokens.error(
          resource,
          ("RLIMIT '" + resource.text() + "' invalid value " + value + " " + unit).strip());
    }
  }

  /** Octal with a leading zero; digits stop where they are none. */
  private static long number(String text) {
    boolean negative = text.startsWith("-");
    String digits = negative ? text.substring(1) : text;
    int radix = digits.startsWith("0") ? 8 : 10;
    int end = 0;
    while (end < digits.length() && Character.digit(digits.charAt(end), radix) >= 0) {
      end++;
    }
    BigInteger value = end == 0 ? BigInteger.ZERO : new BigInteger(digits.substring(0, end), radix);
    long capped = value.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    return negative ? -capped : capped;
  }
}
