package io.plimsoll.core.manifest;

/** What go-yaml refuses and the scanner lets pass. */
final class YamlStrictness {

  private YamlStrictness() {}

  /** Checks the name of an anchor: letters, digits, {@code _} and {@code -}. */
  static void checkAnchor(Reading reading, String name, int start, int end) throws ReadFailure {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 0x80 || !(Character.isLetterOrDigit(c) || c == '_' || c == '-')) {
        throw reading
            .failure(
                "yaml-syntax", start, end, "expected letters and digits as the name of an anchor")
            .saying(GoYaml.scanner(
                reading, start, "did not find expected alphabetic or numeric character"));
      }
    }
  }

  /** Checks the anchor, alias or directive that starts at an offset; there may be none, and the end of the text. */
  static void checkFirst(Reading reading, int start, int end) throws ReadFailure {
    String text = reading.source.text();
    char c = start < end ? text.charAt(start) : ' ';
    if (c == '&' || c == '*') {
      int nameEnd = start + 1;
      while (nameEnd < end && !Text.isSpace(text.charAt(nameEnd)) && text.charAt(nameEnd) != ':') {
        nameEnd++;
      }
      checkAnchor(reading, text.substring(start + 1, nameEnd), start, nameEnd);
    } else if (c == '%') {
      YamlDirectives.checkLine(reading, start, Lines.end(text, start, end));
    }
  }

  /** Checks that no escape of a text in double quotes stands for half of a surrogate pair. */
  static void checkEscapes(Reading reading, String value, int start, int end) throws ReadFailure {
    String text = reading.source.text();
    if (!hasSurrogates(value)) {
      return;
    }
    for (int i = text.indexOf('\\', start); i >= 0 && i < end; i = text.indexOf('\\', i + 2)) {
      int digits = hexDigits(text.charAt(i + 1));
      if (digits > 0 && isSurrogate(text, i + 2, digits)) {
        throw reading
            .failure(
                "yaml-escape",
                i,
                i + 2 + digits,
                "the escape stands for half of a surrogate pair; expected the character itself or its"
                    + " \"\\U\" escape")
            .saying(GoYaml.scanner(reading, i, "found invalid Unicode character escape code"));
      }
    }
  }

  private static boolean hasSurrogates(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isSurrogate(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static int hexDigits(char escape) {
    return switch (escape) {
      case 'u' -> 4;
      case 'U' -> 8;
      default -> 0;
    };
  }

  private static boolean isSurrogate(String text, int from, int digits) {
    int value = Integer.parseInt(text, from, from + digits, 16);
    return value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
  }

  /** Checks that the indentation a block scalar names is a digit of ASCII. */
  static void checkHeader(Reading reading, int start, int end) throws ReadFailure {
    String text = reading.source.text();
    for (int i = start; i < Lines.end(text, start, end) && text.charAt(i) != '#'; i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && Character.isDigit(c)) {
        throw reading.failure(
            "yaml-syntax", i, i + 1, "expected a digit from 1 to 9 as the indentation");
      }
    }
  }
}
