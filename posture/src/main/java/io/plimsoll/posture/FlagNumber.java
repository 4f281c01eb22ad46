package io.plimsoll.posture;

import io.plimsoll.core.manifest.GoText;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as flags have them, and what Go says of other texts. Mirrors {@code strconv} with the base 0, where the text says its own. */
final class FlagNumber {

  private static final String SYNTAX = "invalid syntax";
  private static final String RANGE = "value out of range";

  private static final Pattern WHOLE = Pattern.compile(
      "0[xX](_?[0-9a-fA-F])++|0[bB](_?[01])++|0[oO]?(_?[0-7])++|0|[1-9](_?[0-9])*+");
  private static final Pattern FRACTION = Pattern.compile(
      "[+-]?(([0-9]++(\\.[0-9]*+)?|\\.[0-9]++)([eE][+-]?[0-9]++)?|0[xX]([0-9a-fA-F]++(\\.[0-9a-fA-F]*+)?|\\.[0-9a-fA-F]++)[pP][+-]?[0-9]++)");
  private static final Pattern NO_NUMBER =
      Pattern.compile("[+-]?(inf|infinity)|nan", Pattern.CASE_INSENSITIVE);

  /** How many bits the verbosity of a log has. */
  private static final int LEVEL_BITS = 31;

  private FlagNumber() {}

  /** Returns a number that {@link #signedError} has nothing to say of. */
  static BigInteger signed(String text) {
    BigInteger magnitude = magnitude(digits(text));
    return text.startsWith("-") ? magnitude.negate() : magnitude;
  }

  /** Returns what {@code strconv.ParseInt} says of a text; empty if it is a number of so many bits. */
  static Optional<String> signedError(String text, int bits) {
    if (!WHOLE.matcher(digits(text)).matches()) {
      return error("ParseInt", text, SYNTAX);
    }
    return signed(text).bitLength() < bits ? Optional.empty() : error("ParseInt", text, RANGE);
  }

  /** Returns what {@code strconv.ParseUint} says of a text; empty if it is a number without a sign. */
  static Optional<String> unsignedError(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return error("ParseUint", text, SYNTAX);
    }
    return magnitude(text).bitLength() <= Long.SIZE
        ? Optional.empty()
        : error("ParseUint", text, RANGE);
  }

  /** Returns what is wrong with the verbosity of a log, whose base is always 10. */
  static Optional<String> levelError(String text) {
    return GoText.parseUint64Error(text)
        .or(() -> new BigInteger(text).bitLength() > LEVEL_BITS
            ? error("ParseUint", text, RANGE)
            : Optional.empty());
  }

  /** Returns what {@code strconv.ParseFloat} says of a text; empty if it is a number up to the largest one. */
  static Optional<String> floatError(String text, double largest) {
    if (NO_NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    if (!FRACTION.matcher(text).matches()) {
      return error("ParseFloat", text, SYNTAX);
    }
    return Math.abs(Double.parseDouble(text)) > largest
        ? error("ParseFloat", text, RANGE)
        : Optional.empty();
  }

  /** Returns a number that {@link #floatError} has nothing to say of. */
  static double fraction(String text) {
    if (!NO_NUMBER.matcher(text).matches()) {
      return Double.parseDouble(text);
    }
    boolean none = text.toLowerCase(Locale.ROOT).endsWith("nan");
    return none
        ? Double.NaN
        : text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  private static String digits(String text) {
    return text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
  }

  private static BigInteger magnitude(String digits) {
    String plain = digits.replace("_", "").toLowerCase(Locale.ROOT);
    if (plain.startsWith("0x")) {
      return new BigInteger(plain.substring(2), 16);
    }
    if (plain.startsWith("0b")) {
      return new BigInteger(plain.substring(2), 2);
    }
    if (plain.startsWith("0o")) {
      return new BigInteger(plain.substring(2), 8);
    }
    return new BigInteger(plain, plain.startsWith("0") ? 8 : 10);
  }

  private static Optional<String> error(String function, String text, String fault) {
    return Optional.of("strconv." + function + ": parsing " + GoText.quote(text) + ": " + fault);
  }
}
