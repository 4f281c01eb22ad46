package io.plimsoll.core.model;

import io.plimsoll.core.manifest.ScalarValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An amount with a unit, such as {@code 100m} or {@code 128Mi}: an exact decimal number and the family of suffixes it is
 * printed with.
 *
 * <p>Arithmetic is exact. Two quantities are equal when they are the same amount, however they are written: {@code 1},
 * {@code 1000m} and {@code 1e0} are equal, and {@link #compareTo} is consistent with that. Mirrors {@code resource.Quantity}
 * of {@code k8s.io/apimachinery/pkg/api/resource}, its lenient reading ({@code "."} is 0) and its printing included.
 */
public final class Quantity implements Comparable<Quantity> {

  /** Nothing, in {@link Format#DECIMAL_SI}. */
  public static final Quantity ZERO = of(0, Format.DECIMAL_SI);

  /** A sum that would have more digits than this is its larger operand: the operands are absurdly far apart. */
  private static final int MAX_SUM_DIGITS = 10_000;

  // The amount is value * 10^exponent, or wide where the mantissa does not fit 64 bits; the
  // exponent is -9 or more.
  private final long value;
  private final int exponent;
  private final @Nullable BigDecimal wide;
  private final Format format;

  /** The text it was read from where upstream counts that as canonical. */
  private final @Nullable String text;

  /** The families of suffixes. */
  public enum Format {
    /** Powers of 1,024: {@code 12Mi}. */
    BINARY_SI("BinarySI"),
    /** Powers of 1,000: {@code 12M}. */
    DECIMAL_SI("DecimalSI"),
    /** A decimal exponent: {@code 12e6}. */
    DECIMAL_EXPONENT("DecimalExponent");

    private final String label;

    Format(String label) {
      this.label = label;
    }

    /** Returns upstream's name of the family: {@code BinarySI}, {@code DecimalSI} or {@code DecimalExponent}. */
    @Override
    public String toString() {
      return label;
    }
  }

  private Quantity(
      long value, int exponent, @Nullable BigDecimal wide, Format format, @Nullable String text) {
    this.value = value;
    this.exponent = exponent;
    this.wide = wide;
    this.format = format;
    this.text = text;
  }

  /** Returns {@code value * 10^exponent}, printed as {@code text} if that is not null. */
  static Quantity scaled(long value, int exponent, Format format, @Nullable String text) {
    return new Quantity(value, exponent, null, format, text);
  }

  /** Returns an amount that has at most nine decimal places and that upstream holds as {@code inf.Dec}. */
  static Quantity wide(BigDecimal amount, Format format) {
    return new Quantity(0, 0, amount, format, null);
  }

  /** Returns an amount that has at most nine decimal places. */
  static Quantity of(BigDecimal amount, Format format) {
    BigInteger mantissa = amount.unscaledValue();
    return mantissa.bitLength() < Long.SIZE
        ? new Quantity(mantissa.longValue(), -amount.scale(), null, format, null)
        : wide(amount, format);
  }

  /** Returns a whole amount. */
  public static Quantity of(long value, Format format) {
    return scaled(value, 0, format, null);
  }

  /** Returns an amount in thousandths. */
  public static Quantity ofMillis(long value, Format format) {
    return scaled(value, -3, format, null);
  }

  /**
   * Reads a quantity.
   *
   * @throws IllegalArgumentException if it is none, with upstream's message; a number of more than 10,000 digits is none
   */
  public static Quantity parse(String text) {
    Quantity plain = QuantityParser.plain(text);
    if (plain != null) {
      return plain;
    }
    QuantityParser parser = new QuantityParser(text);
    Quantity quantity = parser.parse();
    if (quantity == null) {
      throw new IllegalArgumentException(parser.error());
    }
    return quantity;
  }

  /** Reads a quantity, if it is one. */
  public static Optional<Quantity> tryParse(String text) {
    Quantity plain = QuantityParser.plain(text);
    return plain == null
        ? Optional.ofNullable(new QuantityParser(text).parse())
        : Optional.of(plain);
  }

  /**
   * Reads a quantity as it stands in an object: a string, whose white space at both ends does not count, or a number. Mirrors
   * {@code Quantity.UnmarshalJSON}.
   */
  public static Optional<Quantity> tryParse(ScalarValue value) {
    return value.isString() || value.isNumber() ? tryParse(trim(value.text())) : Optional.empty();
  }

  /**
   * Reads a quantity as it stands in an object.
   *
   * @throws IllegalArgumentException if it is none, with upstream's message
   */
  public static Quantity parse(ScalarValue value) {
    return parse(trim(value.text()));
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Upstream trims the JSON spelling, in which tabs and line breaks are escapes and stay. */
  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u0085' || (c > '\u007f' && Character.isSpaceChar(c));
  }

  /** Returns the family of suffixes it is printed with. */
  public Format format() {
    return format;
  }

  /** Returns -1, 0 or 1 as the amount is negative, zero or positive. */
  public int sign() {
    return wide == null ? Long.signum(value) : wide.signum();
  }

  /** Returns whether the amount is zero. */
  public boolean isZero() {
    return sign() == 0;
  }

  /** Returns the amount, rounded away from zero to a whole number; empty if that does not fit 64 bits. */
  public OptionalLong value() {
    return rounded(0);
  }

  /** Returns the amount in thousandths, rounded away from zero; empty if that does not fit 64 bits. */
  public OptionalLong milliValue() {
    return rounded(3);
  }

  private OptionalLong rounded(int shift) {
    if (wide != null) {
      if ((long) wide.precision() - wide.scale() + shift > 19) {
        return OptionalLong.empty();
      }
      BigInteger rounded =
          wide.scaleByPowerOfTen(shift).setScale(0, RoundingMode.UP).unscaledValue();
      return rounded.bitLength() < Long.SIZE
          ? OptionalLong.of(rounded.longValue())
          : OptionalLong.empty();
    }
    long power = (long) exponent + shift;
    if (power >= 0) {
      return timesPowerOfTen(value, power);
    }
    long divisor = QuantityText.powerOfTen((int) -power);
    long quotient = value / divisor;
    return OptionalLong.of(value % divisor == 0 ? quotient : quotient + Long.signum(value));
  }

  /**
   * Returns whether the amount, rounded up to thousandths, is a whole number, as upstream computes that: of what does not fit 64
   * bits it sees the lower ones only, or nothing. Mirrors {@code MilliValue() % 1000 == 0}.
   */
  public boolean isWholeInMillis() {
    OptionalLong millis = milliValue();
    if (millis.isPresent()) {
      return millis.getAsLong() % 1000 == 0;
    }
    BigDecimal amount = wide;
    // Ten to the power of 64 has no lower bits any more.
    return amount == null
        || amount.scale() <= -Long.SIZE
        || amount.movePointRight(3).setScale(0, RoundingMode.CEILING).longValue() % 1000 == 0;
  }

  /** Returns the amount, rounded away from zero to whole thousandths. Mirrors {@code RoundUp(Milli)}. */
  public Quantity roundedUpToMillis() {
    BigDecimal amount = toBigDecimal();
    return amount.scale() <= 3 ? this : of(amount.setScale(3, RoundingMode.UP), format);
  }

  /** Returns the amount as a number. */
  public BigDecimal toBigDecimal() {
    return wide == null ? BigDecimal.valueOf(value, -exponent) : wide;
  }

  /**
   * Returns the sum. It has this quantity's format, or the other's if this one is zero.
   *
   * <p>A sum that would have more than 10,000 digits, for which upstream's server would compute until its memory ends, is the
   * operand that is further from zero.
   */
  public Quantity add(Quantity other) {
    Format sumFormat = isZero() ? other.format : format;
    if (other.isZero()) {
      return new Quantity(value, exponent, wide, sumFormat, null);
    }
    if (isZero()) {
      return new Quantity(other.value, other.exponent, other.wide, sumFormat, null);
    }
    if (wide == null && other.wide == null) {
      int common = Math.min(exponent, other.exponent);
      OptionalLong a = timesPowerOfTen(value, (long) exponent - common);
      OptionalLong b = timesPowerOfTen(other.value, (long) other.exponent - common);
      if (a.isPresent() && b.isPresent() && !addOverflows(a.getAsLong(), b.getAsLong())) {
        return scaled(a.getAsLong() + b.getAsLong(), common, sumFormat, null);
      }
    }
    BigDecimal a = toBigDecimal();
    BigDecimal b = other.toBigDecimal();
    if (areFarApart(a, b)) {
      Quantity far = a.abs().compareTo(b.abs()) > 0 ? this : other;
      return new Quantity(far.value, far.exponent, far.wide, far.format, null);
    }
    return of(a.add(b), sumFormat);
  }

  /** Returns the difference: the {@linkplain #add sum} with the other's negation. */
  public Quantity sub(Quantity other) {
    return add(other.negate());
  }

  /** Returns the amount with no more than so many decimal places, rounded away from zero: {@code RoundUp}. */
  public Quantity roundUp(int places) {
    BigDecimal exact = toBigDecimal();
    return exact.scale() <= places ? this : of(exact.setScale(places, RoundingMode.UP), format);
  }

  /** Returns the amount with the other sign. */
  public Quantity negate() {
    return wide == null && value != Long.MIN_VALUE
        ? scaled(-value, exponent, format, null)
        : of(toBigDecimal().negate(), format);
  }

  private static boolean areFarApart(BigDecimal a, BigDecimal b) {
    long top = Math.max((long) a.precision() - a.scale(), (long) b.precision() - b.scale());
    long bottom = Math.min(-(long) a.scale(), -(long) b.scale());
    return a.scale() != b.scale() && top - bottom > MAX_SUM_DIGITS;
  }

  private static OptionalLong timesPowerOfTen(long number, long power) {
    if (power == 0 || number == 0) {
      return OptionalLong.of(number);
    }
    if (power > 18) {
      return OptionalLong.empty();
    }
    long factor = QuantityText.powerOfTen((int) power);
    long product = number * factor;
    boolean fits = Math.multiplyHigh(number, factor) == product >> (Long.SIZE - 1);
    return fits ? OptionalLong.of(product) : OptionalLong.empty();
  }

  private static boolean addOverflows(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0;
  }

  /** Orders by amount. */
  @Override
  public int compareTo(Quantity other) {
    if (wide == null && other.wide == null) {
      int common = Math.min(exponent, other.exponent);
      OptionalLong a = timesPowerOfTen(value, (long) exponent - common);
      OptionalLong b = timesPowerOfTen(other.value, (long) other.exponent - common);
      if (a.isPresent() && b.isPresent()) {
        return Long.compare(a.getAsLong(), b.getAsLong());
      }
    }
    return toBigDecimal().compareTo(other.toBigDecimal());
  }

  /** Returns whether the other is the same amount; the format does not count. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Quantity that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(toBigDecimal().doubleValue());
  }

  /**
   * Returns the canonical text: no fraction, no digit lost, the largest possible suffix.
   *
   * <p>As upstream prints it: a text that was read in nearly that form stays as it is ({@code 1.}, {@code +5}, {@code 007k}),
   * and an amount beyond the last suffix of its family loses the suffix ({@code 1000E} becomes {@code 1}).
   */
  @Override
  public String toString() {
    if (text != null) {
      return text;
    }
    return wide == null ? QuantityText.of(value, exponent, format) : QuantityText.of(wide, format);
  }
}
