package io.plimsoll.core.manifest;

/** The spelling of numbers in JSON (RFC 8259). */
final class JsonNumbers {

  private static final int NONE = -1;

  private JsonNumbers() {}

  /** Returns whether the text is a JSON number: no leading plus or zero, no bare point. */
  static boolean isNumber(String text) {
    return end(text, 0) == text.length();
  }

  /**
   * Returns where the JSON number ends that starts at an index, or -1 if there is none, or one that breaks off after a point or
   * an exponent's sign.
   */
  static int end(String text, int from) {
    int i = text.startsWith("-", from) ? from + 1 : from;
    int end = isAt(text, i, '0') ? i + 1 : GoNumbers.digits(text, i);
    if (end == i) {
      return NONE;
    }
    if (isAt(text, end, '.')) {
      int fraction = end + 1;
      end = GoNumbers.digits(text, fraction);
      if (end == fraction) {
        return NONE;
      }
    }
    if (isAt(text, end, 'e') || isAt(text, end, 'E')) {
      int exponent = isAt(text, end + 1, '+') || isAt(text, end + 1, '-') ? end + 2 : end + 1;
      end = GoNumbers.digits(text, exponent);
      return end == exponent ? NONE : end;
    }
    return end;
  }

  private static boolean isAt(String text, int index, char c) {
    return index < text.length() && text.charAt(index) == c;
  }

  /** Returns whether exact arithmetic on the number is cheap: few digits and a small exponent. */
  static boolean isModest(String number) {
    int e = Math.max(number.indexOf('e'), number.indexOf('E'));
    return number.length() <= 400 && (e < 0 || number.length() - e <= 6);
  }
}
