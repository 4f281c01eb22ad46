package io.plimsoll.core.manifest;

/**
 * The escapes of JSON that stand for half a surrogate pair. Mirrors {@code unquoteBytes} of {@code encoding/json}, to which each is
 * the replacement character, in names as in other strings.
 */
final class HalfPairs {

  /** What an escape takes: a backslash, the letter u and four digits. */
  private static final int LENGTH = 6;

  private static final String REPLACEMENT = "fffd";

  private HalfPairs() {}

  /** Puts the escape of the replacement character, which is as long, in the place of each such escape from an index on. */
  static char[] replace(char[] json, int from) {
    int i = from;
    while (i < json.length) {
      int unit = json[i] == '\\' ? unit(json, i) : -1;
      if (unit < 0) {
        i += json[i] == '\\' ? 2 : 1;
      } else if (isHigh(unit) && isLow(unit(json, i + LENGTH))) {
        i += 2 * LENGTH;
      } else {
        if (isHigh(unit) || isLow(unit)) {
          REPLACEMENT.getChars(0, REPLACEMENT.length(), json, i + 2);
        }
        i += LENGTH;
      }
    }
    return json;
  }

  private static boolean isHigh(int unit) {
    return unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE;
  }

  private static boolean isLow(int unit) {
    return unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
  }

  /** Returns what the escape at an index stands for, or -1 if there is none with digits. */
  private static int unit(char[] json, int at) {
    if (at + LENGTH > json.length || json[at] != '\\' || json[at + 1] != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = at + 2; i < at + LENGTH; i++) {
      int digit = json[i] < 0x80 ? Character.digit(json[i], 16) : -1;
      if (digit < 0) {
        return -1;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }
}
