package io.plimsoll.core.manifest;

/** The spelling of numbers in JSON (RFC 8259). */
final class JsonNumbers {

  private JsonNumbers() {}

  /** Returns whether the text is a JSON number: no leading plus or zero, no bare point. */
  static boolean isNumber(String text) {
    int i = text.startsWith("-") ? 1 : 0;
    int whole = digits(text, i);
    if (whole == i || (text.charAt(i) == '0' && whole > i + 1)) {
      return false;
    }
    i = whole;
    if (i < text.length() && text.charAt(i) == '.') {
      int fraction = digits(text, i + 1);
      if (fraction == i + 1) {
        return false;
      }
      i = fraction;
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      int sign =
          i + 1 < text.length() && (text.charAt(i + 1) == '+' || text.charAt(i + 1) == '-') ? 1 : 0;
      int exponent = digits(text, i + 1 + sign);
      if (exponent == i + 1 + sign) {
        return false;
      }
      i = exponent;
    }
    return i == text.length();
  }

  /** Returns whether exact arithmetic on the number is cheap: few digits and a small exponent. */
  static boolean isModest(String number) {
    int e = Math.max(number.indexOf('e'), number.indexOf('E'));
    return number.length() <= 400 && (e < 0 || number.length() - e <= 6);
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
