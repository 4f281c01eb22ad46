package io.plimsoll.core.model;

import io.plimsoll.core.model.Quantity.Format;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The canonical spelling of quantities. Mirrors {@code Quantity.CanonicalizeBytes} and {@code suffix.go}. */
final class QuantityText {

  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
  private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
  private static final String[] DECIMAL = {"n", "u", "m", "", "k", "M", "G", "T", "P", "E"};
  private static final long[] POWERS_OF_TEN = new long[19];

  static {
    long power = 1;
    for (int i = 0; i < POWERS_OF_TEN.length; i++) {
      POWERS_OF_TEN[i] = power;
      power *= 10;
    }
  }

  private QuantityText() {}

  /** Returns {@code 10^exponent} for an exponent from 0 to 18. */
  static long powerOfTen(int exponent) {
    return POWERS_OF_TEN[exponent];
  }

  static String of(BigDecimal amount, Format format) {
    if (amount.signum() == 0) {
      return "0";
    }
    if (format != Format.BINARY_SI) {
      return decimal(amount, format);
    }
    // Small and fractional amounts would lose precision in powers of 1,024.
    boolean binary = amount.abs().compareTo(KIBI) >= 0 && isWhole(amount);
    return binary ? binary(amount.toBigIntegerExact()) : decimal(amount, Format.DECIMAL_SI);
  }

  private static boolean isWhole(BigDecimal amount) {
    return amount.scale() <= 0 || amount.remainder(BigDecimal.ONE).signum() == 0;
  }

  private static String binary(BigInteger amount) {
    int times = amount.getLowestSetBit() / 10;
    // Upstream has no suffix for what lies beyond its table, and prints none.
    String suffix = times < BINARY.length ? BINARY[times] : "";
    return amount.shiftRight(10 * times) + suffix;
  }

  private static String decimal(BigDecimal amount, Format format) {
    String digits = amount.unscaledValue().toString();
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    long exponent = (long) digits.length() - end - amount.scale();
    int zeros = (int) Math.floorMod(exponent, 3L);
    return digits.substring(0, end) + "0".repeat(zeros) + suffix(exponent - zeros, format);
  }

  private static String suffix(long exponent, Format format) {
    if (format == Format.DECIMAL_EXPONENT) {
      return exponent == 0 ? "" : "e" + exponent;
    }
    long at = exponent / 3 + 3;
    return at >= 0 && at < DECIMAL.length ? DECIMAL[(int) at] : "";
  }
}
