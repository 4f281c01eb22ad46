package io.plimsoll.psa.apparmor;

/** Backslash escapes: {@code \040}, {@code \x41}, {@code \d65}, {@code \n}, … Mirrors {@code parser/lib.c}. */
final class Escapes {

  private static final Escape NONE = new Escape(-1, -1);

  private Escapes() {}

  /**
   * One escape.
   *
   * @param value the byte it means, or -1
   * @param end the place after it
   */
  record Escape(int value, int end) {
    boolean isValid() {
      return value >= 0;
    }
  }

  /**
   * Returns the escape whose backslash stands before a place.
   *
   * @param extra further characters that may be escaped
   */
  static Escape at(String text, int start, String extra) {
    if (start >= text.length()) {
      return NONE;
    }
    char c = text.charAt(start);
    if (c >= '0' && c <= '7') {
      return number(text, start, 8, 3);
    }
    int after = start + 1;
    return switch (c) {
      case '\\', '"' -> new Escape(c, after);
      case 'd' -> number(text, after, 10, 3);
      case 'x' -> number(text, after, 16, 2);
      case 'a' -> new Escape(7, after);
      case 'e' -> new Escape(27, after);
      case 'f' -> new Escape('\f', after);
      case 'n' -> new Escape('\n', after);
      case 'r' -> new Escape('\r', after);
      case 't' -> new Escape('\t', after);
      default -> extra.indexOf(c) >= 0 ? new Escape(c, after) : NONE;
    };
  }

  /** Takes digits while the number is that of a byte. */
  private static Escape number(String text, int start, int radix, int longest) {
    int value = 0;
    int at = start;
    while (at < text.length() && at < start + longest) {
      char c = text.charAt(at);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0 || value * radix + digit > 0xff) {
        break;
      }
      value = value * radix + digit;
      at++;
    }
    return at == start ? NONE : new Escape(value, at);
  }

  /**
   * Returns a word of a policy with its escapes replaced; what is special in a glob stays escaped. Mirrors {@code processunquoted} of
   * {@code parser_misc.c}.
   */
  static String decode(String word) {
    if (word.indexOf('\\') < 0) {
      return word;
    }
    StringBuilder decoded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); ) {
      char c = word.charAt(i);
      Escape escape = c == '\\' ? at(word, i + 1, "") : NONE;
      if (!escape.isValid()) {
        decoded.append(c);
        i++;
        continue;
      }
      if (escape.value() == 0) {
        decoded.append(word, i, escape.end());
      } else {
        if ("*?[]{}^,\\".indexOf(escape.value()) >= 0) {
          decoded.append('\\');
        }
        decoded.append((char) escape.value());
      }
      i = escape.end();
    }
    return decoded.toString();
  }

  /** Returns a quoted or unquoted word with its escapes replaced and without its quotes. */
  static String word(String token) {
    return decode(
        token.startsWith("\"") ? token.substring(1, Math.max(1, token.length() - 1)) : token);
  }
}
