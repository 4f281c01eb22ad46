package io.plimsoll.core.model;

import io.plimsoll.core.model.Quantity.Format;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The reader of one quantity: sign, digits, a point, digits, suffix. Mirrors {@code resource.ParseQuantity}, which takes short
 * numbers on a fast path that keeps a nearly canonical text as it is and never rounds.
 */
final class QuantityParser {

  private static final String FORMAT_ERROR =
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
  private static final String NUMBER_ERROR = "unable to parse numeric part of quantity";
  private static final String SUFFIX_ERROR = "unable to parse quantity's suffix";

  /** Upstream has no limit; beyond this one the number is made up to hurt. */
  private static final int MAX_DIGITS = 10_000;

  private static final int NANO = -9;
  private static final int MAX_FAST_DIGITS = 18;
  private static final int MAX_BINARY_DIGITS = 14;
  private static final BigDecimal MAX_BINARY = BigDecimal.valueOf(Long.MAX_VALUE);

  private final String text;
  private int pos;
  private String error = "";

  // What the text is made of.
  private boolean negative;
  private boolean hasDigits;
  private String whole = "";
  private String fraction = "";

  // What the suffix means: 10^exponent, or 2^exponent for BinarySI.
  private Format format = Format.DECIMAL_SI;
  private int exponent;

  QuantityParser(String text) {
    this.text = text;
  }

  /**
   * Returns the quantity if it is written as most are, with digits of which the first is not 0 and perhaps a common suffix, or 0, or else
   * null: what {@link #parse} makes of the same text, without taking it apart.
   */
  static @Nullable Quantity plain(String text) {
    int digits = 0;
    long number = 0;
    while (digits < text.length() && digits <= MAX_FAST_DIGITS && isDigit(text.charAt(digits))) {
      number = 10 * number + text.charAt(digits) - '0';
      digits++;
    }
    if (digits == 0 || digits > MAX_FAST_DIGITS) {
      return null;
    }
    if (text.charAt(0) == '0') {
      return text.length() == 1 ? Quantity.ZERO : null;
    }
    return switch (text.length() - digits) {
      case 0 -> plainDecimal(number, 0, text);
      case 1 -> plainDecimal(number, text);
      case 2 -> plainBinary(number, digits, text);
      default -> null;
    };
  }

  private static @Nullable Quantity plainDecimal(long number, String text) {
    return switch (text.charAt(text.length() - 1)) {
      case 'm' -> plainDecimal(number, -3, text);
      case 'k' -> plainDecimal(number, 3, text);
      case 'M' -> plainDecimal(number, 6, text);
      case 'G' -> plainDecimal(number, 9, text);
      default -> null;
    };
  }

  private static Quantity plainDecimal(long number, int exponent, String text) {
    return Quantity.scaled(number, exponent, Format.DECIMAL_SI, number % 1000 == 0 ? null : text);
  }

  private static @Nullable Quantity plainBinary(long number, int digits, String text) {
    int power = switch (text.charAt(digits)) {
      case 'K' -> 10;
      case 'M' -> 20;
      case 'G' -> 30;
      default -> 0;
    };
    boolean fits = digits + power * 3 / 10 <= MAX_BINARY_DIGITS;
    return power == 0 || !fits || text.charAt(digits + 1) != 'i'
        ? null
        : Quantity.scaled(number << power, 0, Format.BINARY_SI, (number & 7) == 0 ? null : text);
  }

  /** Returns what is wrong, after {@link #parse} has returned null. */
  String error() {
    return error;
  }

  /** Returns the quantity, or null if it is none. */
  @Nullable
  Quantity parse() {
    if (text.isEmpty()) {
      return fail(FORMAT_ERROR);
    }
    readNumber();
    int suffixStart = pos;
    readSuffix();
    if (pos < text.length()) {
      return fail(FORMAT_ERROR);
    }
    if (!interpretSuffix(text.substring(suffixStart))) {
      return fail(SUFFIX_ERROR);
    }
    Quantity fast = format == Format.BINARY_SI ? fastBinary() : fastDecimal();
    if (fast != null) {
      return fast;
    }
    if (!hasDigits) {
      return fail(NUMBER_ERROR);
    }
    if (whole.length() + fraction.length() > MAX_DIGITS) {
      return fail("quantities must have at most " + MAX_DIGITS + " digits");
    }
    return exact();
  }

  private @Nullable Quantity fail(String message) {
    error = message;
    return null;
  }

  private void readNumber() {
    if (text.charAt(0) == '-' || text.charAt(0) == '+') {
      negative = text.charAt(0) == '-';
      pos++;
    }
    int start = pos;
    while (pos < text.length() && text.charAt(pos) == '0') {
      pos++;
    }
    whole = readDigits();
    hasDigits = pos > start;
    if (whole.isEmpty()) {
      whole = "0";
    }
    if (pos < text.length() && text.charAt(pos) == '.') {
      pos++;
      fraction = readDigits();
      hasDigits |= !fraction.isEmpty();
    }
  }

  private String readDigits() {
    int start = pos;
    skipDigits();
    return text.substring(start, pos);
  }

  private void skipDigits() {
    while (pos < text.length() && isDigit(text.charAt(pos))) {
      pos++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void readSuffix() {
    while (pos < text.length() && "eEinumkKMGTP".indexOf(text.charAt(pos)) >= 0) {
      pos++;
    }
    if (pos < text.length() && (text.charAt(pos) == '-' || text.charAt(pos) == '+')) {
      pos++;
    }
    skipDigits();
  }

  private boolean interpretSuffix(String suffix) {
    switch (suffix) {
      case "" -> exponent = 0;
      case "n" -> exponent = -9;
      case "u" -> exponent = -6;
      case "m" -> exponent = -3;
      case "k" -> exponent = 3;
      case "M" -> exponent = 6;
      case "G" -> exponent = 9;
      case "T" -> exponent = 12;
      case "P" -> exponent = 15;
      case "E" -> exponent = 18;
      case "Ki" -> binary(10);
      case "Mi" -> binary(20);
      case "Gi" -> binary(30);
      case "Ti" -> binary(40);
      case "Pi" -> binary(50);
      case "Ei" -> binary(60);
      default -> {
        return decimalExponent(suffix);
      }
    }
    return true;
  }

  private void binary(int power) {
    format = Format.BINARY_SI;
    exponent = power;
  }

  private boolean decimalExponent(String suffix) {
    if (suffix.length() < 2 || (suffix.charAt(0) != 'e' && suffix.charAt(0) != 'E')) {
      return false;
    }
    try {
      format = Format.DECIMAL_EXPONENT;
      // Upstream drops the upper bits, too.
      exponent = (int) Long.parseLong(suffix, 1, suffix.length(), 10);
      return true;
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  private @Nullable Quantity fastDecimal() {
    int places = fraction.length();
    int scale = exponent - places;
    if (whole.length() + places > MAX_FAST_DIGITS || scale < NANO) {
      return null;
    }
    String digits = whole + fraction;
    boolean canonical = scale % 3 == 0 && !digits.endsWith("000") && digits.charAt(0) != '0';
    return fast(Long.parseLong(digits), scale, canonical);
  }

  private @Nullable Quantity fastBinary() {
    if (!fraction.isEmpty() || whole.length() + exponent * 3 / 10 > MAX_BINARY_DIGITS) {
      return null;
    }
    long number = Long.parseLong(whole);
    return fast(number << exponent, 0, (number & 7) != 0);
  }

  private Quantity fast(long number, int scale, boolean canonical) {
    return Quantity.scaled(negative ? -number : number, scale, format, canonical ? text : null);
  }

  private Quantity exact() {
    BigInteger digits = new BigInteger(whole + fraction);
    if (digits.signum() == 0) {
      return Quantity.of(0, format);
    }
    long scale = fraction.length();
    if (format == Format.BINARY_SI) {
      digits = digits.shiftLeft(exponent);
    } else {
      scale -= exponent;
    }
    BigDecimal amount = atLeastNano(digits, scale);
    if (format == Format.BINARY_SI) {
      amount = amount.min(MAX_BINARY);
      if (amount.compareTo(BigDecimal.ONE) < 0) {
        format = Format.DECIMAL_SI;
      }
    }
    return Quantity.wide(negative ? amount.negate() : amount, format);
  }

  /** Rounds up to nine decimal places, without computing a power of ten that only serves to get there. */
  private static BigDecimal atLeastNano(BigInteger digits, long scale) {
    if (scale <= -NANO) {
      return new BigDecimal(digits, (int) scale);
    }
    BigDecimal number = new BigDecimal(digits);
    return number.precision() < scale + NANO
        ? BigDecimal.valueOf(1, -NANO)
        : new BigDecimal(digits, (int) scale).setScale(-NANO, RoundingMode.UP);
  }
}
