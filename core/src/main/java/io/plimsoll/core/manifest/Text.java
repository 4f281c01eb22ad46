package io.plimsoll.core.manifest;

/** Questions about characters that readers and writers share. */
final class Text {

  /** What a text may start with to say how it is encoded. */
  static final char BYTE_ORDER_MARK = '\ufeff';

  private Text() {}

  /** Returns whether a character of a string is best written as an escape: controls, line breaks that are not ASCII, and what is no character. */
  static boolean isControl(char c) {
    return c < ' '
        || (c >= '\u007f' && c < '\u00a0')
        || c == '\u2028'
        || c == '\u2029'
        || c == BYTE_ORDER_MARK
        || c >= '\ufffe';
  }

  /** Returns whether the character at the index is a surrogate without its other half. */
  static boolean isHalfPair(String text, int index) {
    char c = text.charAt(index);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
  }

  /** Returns the index of the first surrogate without its other half in a stretch of the text, or -1. */
  static int indexOfHalfPair(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isSurrogate(text.charAt(i)) && isHalfPair(text, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the text with every half of a surrogate pair replaced, as Go does when it decodes JSON. */
  static String withoutHalfPairs(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHalfPair(text, i)) {
        StringBuilder clean = new StringBuilder(text);
        for (int j = i; j < text.length(); j++) {
          if (isHalfPair(text, j)) {
            clean.setCharAt(j, '\ufffd');
          }
        }
        return clean.toString();
      }
    }
    return text;
  }

  /** Returns whether Go's {@code unicode.IsSpace} holds. */
  static boolean isSpace(char c) {
    return switch (c) {
      case '\t',
          '\n',
          '\u000b',
          '\f',
          '\r',
          ' ',
          '\u0085',
          '\u00a0',
          '\u1680',
          '\u2028',
          '\u2029',
          '\u202f',
          '\u205f',
          '\u3000' -> true;
      default -> c >= '\u2000' && c <= '\u200a';
    };
  }
}
