package io.plimsoll.core.manifest;

/** Where the lines of a text end, for YAML: also at the line breaks of Unicode. */
final class Lines {

  private Lines() {}

  /** Returns the index of the line break that ends the line, or the end of the stretch. */
  static int end(String text, int from, int end) {
    int i = from;
    while (i < end && !isBreak(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Returns the index after the line break at an index. */
  static int next(String text, int lineEnd, int end) {
    if (lineEnd >= end) {
      return end;
    }
    boolean two =
        text.charAt(lineEnd) == '\r' && lineEnd + 1 < end && text.charAt(lineEnd + 1) == '\n';
    return lineEnd + (two ? 2 : 1);
  }

  static boolean isBreak(char c) {
    return switch (c) {
      case '\n', '\r', '\u0085', '\u2028', '\u2029' -> true;
      default -> false;
    };
  }
}
