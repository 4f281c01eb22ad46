package io.plimsoll.core.manifest;

/** What follows the first document of a chunk. */
final class Trailing {

  private Trailing() {}

  /** Returns where something other than blanks, comments and the marks {@code ...} and {@code ---} stands, or -1. */
  static int find(String text, int from, int end) {
    int i = from;
    while (i < end) {
      char c = text.charAt(i);
      if (c == '#') {
        i = Lines.end(text, i, end);
      } else if (Text.isSpace(c) || c == Text.BYTE_ORDER_MARK) {
        i++;
      } else if (isMark(text, i, end)) {
        i += 3;
      } else {
        return i;
      }
    }
    return -1;
  }

  private static boolean isMark(String text, int at, int end) {
    return (text.startsWith("...", at) || text.startsWith("---", at))
        && (at == 0 || Lines.isBreak(text.charAt(at - 1)))
        && (at + 3 >= end || Text.isSpace(text.charAt(at + 3)));
  }
}
