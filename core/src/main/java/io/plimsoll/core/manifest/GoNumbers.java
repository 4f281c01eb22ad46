package io.plimsoll.core.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as Go reads and prints them: {@code strconv.ParseInt}, {@code strconv.FormatFloat}, {@code encoding/json}. */
final class GoNumbers {

  /** 64 binary digits are the most that 64 bits need. */
  private static final int MOST_DIGITS = 64;

  /** So many decimal digits always fit. */
  private static final int SHORT = 18;

  private GoNumbers() {}

  /** Returns whether the text is a decimal integer that JSON spells the same and that has few digits. */
  static boolean isShortDecimal(String text) {
    int length = text.length();
    return length <= SHORT
        && digits(text, 0) == length
        && (length == 1 || (length > 0 && text.charAt(0) != '0'));
  }

  /**
   * Returns the integer that a text without underscores spells, decimal or with one of the prefixes {@code 0x}, {@code 0o},
   * {@code 0b} and {@code 0}; or {@code null} if it spells none that has 64 bits.
   */
  static @Nullable BigInteger integer(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    BigInteger magnitude = magnitude(text, signed ? 1 : 0);
    if (magnitude == null) {
      return strayBinary(text);
    }
    BigInteger value = text.startsWith("-") ? magnitude.negate() : magnitude;
    return value.bitLength() <= (signed ? 63 : 64) ? value : null;
  }

  private static @Nullable BigInteger magnitude(String text, int from) {
    if (from == text.length()) {
      return null;
    }
    if (text.charAt(from) != '0' || from + 1 == text.length()) {
      return digits(text, from, 10);
    }
    return switch (text.charAt(from + 1)) {
      case 'x', 'X' -> digits(text, from + 2, 16);
      case 'o', 'O' -> digits(text, from + 2, 8);
      case 'b', 'B' -> digits(text, from + 2, 2);
      default -> digits(text, from + 1, 8);
    };
  }

  /** go-yaml tries what follows {@code 0b} once more by itself, and by itself it may have a sign. */
  private static @Nullable BigInteger strayBinary(String text) {
    if (!text.startsWith("0b-") && !text.startsWith("0b+")) {
      return null;
    }
    BigInteger magnitude = digits(text, 3, 2);
    if (magnitude == null) {
      return null;
    }
    BigInteger value = text.charAt(2) == '-' ? magnitude.negate() : magnitude;
    return value.bitLength() <= 63 ? value : null;
  }

  private static @Nullable BigInteger digits(String text, int from, int radix) {
    int first = from;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || Character.digit(c, radix) < 0) {
        return null;
      }
      if (c == '0' && i == first && i + 1 < text.length()) {
        first++;
      }
    }
    int length = text.length() - first;
    return length == 0 || length > MOST_DIGITS
        ? null
        : new BigInteger(text.substring(first), radix);
  }

  /** Returns whether the text has the form {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}. */
  static boolean isFloat(String text) {
    int i = sign(text, 0);
    int whole = digits(text, i);
    int end = whole;
    if (end < text.length() && text.charAt(end) == '.') {
      end = digits(text, end + 1);
      if (whole == i && end == whole + 1) {
        return false;
      }
    } else if (whole == i) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = sign(text, end + 1);
      end = digits(text, exponent);
      return end > exponent && end == text.length();
    }
    return end == text.length();
  }

  private static int sign(String text, int from) {
    boolean signed = from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+');
    return signed ? from + 1 : from;
  }

  /** Returns the index after the digits that start at an index. */
  static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  /**
   * Returns a number as {@code encoding/json} prints it: the fewest digits that say it, with an exponent below 1e-6 and from 1e21
   * on. What JSON cannot say comes as Java prints it.
   */
  static String json(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    BigDecimal shortest = shortest(new BigDecimal(number), number, false);
    double size = Math.abs(number);
    return size < 1e-6 || size >= 1e21 ? exponential(shortest, 1) : shortest.toPlainString();
  }

  /** Returns a number as {@code fmt} prints it with {@code %v}. */
  static String printed(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "+Inf" : "-Inf";
    }
    return general(number, false);
  }

  /**
   * Returns a number as {@code strconv.FormatFloat(number, 'g', -1, 32)} prints it, but the infinities and what is no number as
   * YAML spells them.
   */
  static String shortest(float number) {
    if (Float.isNaN(number)) {
      return ".nan";
    }
    if (Float.isInfinite(number)) {
      return number > 0 ? ".inf" : "-.inf";
    }
    return general(number, true);
  }

  /** Returns a number as the format {@code g} prints it, with as many digits as it takes. */
  private static String general(double number, boolean single) {
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    BigDecimal shortest = shortest(new BigDecimal(number), number, single);
    int exponent = shortest.precision() - shortest.scale() - 1;
    return exponent < -4 || exponent >= 6 ? exponential(shortest, 2) : shortest.toPlainString();
  }

  /**
   * Returns the shortest decimal that reads back as the number, and of those the nearest to it. {@code Double.toString} finds a
   * longer one now and then, up to JDK 18.
   */
  private static BigDecimal shortest(BigDecimal exact, double number, boolean single) {
    int precision = single ? 9 : 17;
    BigDecimal best = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
    while (precision > 1) {
      precision--;
      BigDecimal shorter = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
      double back = single ? shorter.floatValue() : shorter.doubleValue();
      if (back != number) {
        break;
      }
      best = shorter;
    }
    return best.stripTrailingZeros();
  }

  private static String exponential(BigDecimal number, int leastDigits) {
    String digits = number.unscaledValue().abs().toString();
    int exponent = number.precision() - number.scale() - 1;
    StringBuilder out = new StringBuilder();
    if (number.signum() < 0) {
      out.append('-');
    }
    out.append(digits.charAt(0));
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    String size = String.valueOf(Math.abs(exponent));
    return out.append('e')
        .append(exponent < 0 ? '-' : '+')
        .append("0".repeat(Math.max(0, leastDigits - size.length())))
        .append(size)
        .toString();
  }
}
