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

  /** Returns the spelling of {@code value * 10^exponent}: without big numbers for all that objects say in earnest. */
  static String of(long value, int exponent, Format format) {
    if (value == 0) {
      return "0";
    }
    if (format != Format.BINARY_SI) {
      // What has a suffix already and no thousands of it is written as it is.
      return exponent % 3 == 0 && value % 1000 != 0
          ? Long.toString(value).concat(suffix(exponent, format))
          : decimal(Long.toString(value), exponent, format);
    }
    return exponent == 0 && (value >= 1024 || value <= -1024)
        ? binary(value)
        : of(BigDecimal.valueOf(value, -exponent), format);
  }

  private static String binary(long amount) {
    // The lowest bit that is set is one of 63 at most, for which there is a suffix.
    int times = Long.numberOfTrailingZeros(amount) / 10;
    return (amount >> (10 * times)) + BINARY[times];
  }

  static String of(BigDecimal amount, Format format) {
    if (amount.signum() == 0) {
      return "0";
    }
    if (format != Format.BINARY_SI) {
      return decimal(amount.unscaledValue().toString(), -(long) amount.scale(), format);
    }
    // Small and fractional amounts would lose precision in powers of 1,024.
    boolean binary = amount.abs().compareTo(KIBI) >= 0 && isWhole(amount);
    return binary
        ? binary(amount.toBigIntegerExact())
        : decimal(amount.unscaledValue().toString(), -(long) amount.scale(), Format.DECIMAL_SI);
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

  /** Returns the spelling of these digits times a power of ten. */
  private static String decimal(String digits, long power, Format format) {
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    long exponent = digits.length() - end + power;
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
