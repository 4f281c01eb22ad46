package io.plimsoll.core.manifest;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whole decimal numbers of 64 bits as Go reads them, and what it says of other texts: {@code strconv.ParseInt}, {@code
 * strconv.ParseUint} and {@code strconv.Atoi} with the base 10.
 */
final class GoIntegers {

  private static final String SYNTAX = "invalid syntax";
  private static final String RANGE = "value out of range";

  /** From here on, another digit is too much. */
  private static final long CUTOFF = Long.divideUnsigned(-1L, 10) + 1;

  private GoIntegers() {}

  /** Returns a number with or without a sign; empty if the text is none. */
  static OptionalLong signed(String text) {
    if (!signedFault(text).isEmpty()) {
      return OptionalLong.empty();
    }
    long magnitude = Long.parseUnsignedLong(digits(text));
    return OptionalLong.of(text.startsWith("-") ? -magnitude : magnitude);
  }

  /** Returns a number without a sign, all of whose 64 bits count; empty if the text is none. */
  static OptionalLong unsigned(String text) {
    return fault(text).isEmpty()
        ? OptionalLong.of(Long.parseUnsignedLong(text))
        : OptionalLong.empty();
  }

  /** Returns what a function, {@code ParseInt} or {@code Atoi}, says of a text; empty if it is a number. */
  static Optional<String> signedError(String function, String text) {
    return error(function, text, signedFault(text));
  }

  /** Returns what {@code ParseUint} says of a text; empty if it is a number. */
  static Optional<String> unsignedError(String text) {
    return error("ParseUint", text, fault(text));
  }

  private static Optional<String> error(String function, String text, String fault) {
    return fault.isEmpty()
        ? Optional.empty()
        : Optional.of("strconv." + function + ": parsing " + GoText.quote(text) + ": " + fault);
  }

  private static String digits(String text) {
    return text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
  }

  /** Negative numbers reach one further. */
  private static String signedFault(String text) {
    String digits = digits(text);
    String fault = fault(digits);
    if (!fault.isEmpty()) {
      return fault;
    }
    long magnitude = Long.parseUnsignedLong(digits);
    boolean fits = magnitude >= 0 || (magnitude == Long.MIN_VALUE && text.startsWith("-"));
    return fits ? "" : RANGE;
  }

  /** Returns what is wrong with digits, or empty; nothing after a number that is too large is looked at. */
  private static String fault(String digits) {
    if (digits.isEmpty()) {
      return SYNTAX;
    }
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return SYNTAX;
      }
      if (Long.compareUnsigned(number, CUTOFF) >= 0) {
        return RANGE;
      }
      long next = number * 10 + digit;
      if (Long.compareUnsigned(next, number * 10) < 0) {
        return RANGE;
      }
      number = next;
    }
    return "";
  }
}
