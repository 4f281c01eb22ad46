package io.plimsoll.core.manifest;

/** How a string is best written in YAML: plain, as a literal block, or in double quotes. */
final class YamlStrings {

  private YamlStrings() {}

  /** Returns a key, in one line. */
  static String key(String text) {
    StringBuilder out = new StringBuilder();
    appendInLine(text, out);
    return out.toString();
  }

  /**
   * Appends a value; a literal block ends with a line break.
   *
   * @param indent how far the lines of a literal block are indented; at least one
   */
  static void append(String text, int indent, StringBuilder out) {
    if (isLiteral(text)) {
      appendLiteral(text, indent, out);
    } else {
      appendInLine(text, out);
    }
  }

  private static void appendInLine(String text, StringBuilder out) {
    if (isPlain(text)) {
      out.append(text);
    } else {
      // YAML has all the escapes of JSON, except the slash, which needs none.
      JsonWriter.quote(text, out);
    }
  }

  private static void appendLiteral(String text, int indent, StringBuilder out) {
    boolean ended = text.endsWith("\n");
    boolean blankEnd = text.endsWith("\n\n");
    out.append('|').append(!ended ? "-" : blankEnd ? "+" : "").append('\n');
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      if (end > from) {
        out.append(" ".repeat(indent)).append(text, from, end);
      }
      out.append('\n');
      from = end + 1;
    }
  }

  /** Returns whether a literal block gives back exactly this text: several lines, and the first one shows the indentation. */
  private static boolean isLiteral(String text) {
    if (text.indexOf('\n') < 1 || Text.isSpace(text.charAt(0))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\t' && !isPrintable(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrintable(String text, int at) {
    char c = text.charAt(at);
    return !Text.isControl(c) && !Text.isHalfPair(text, at);
  }

  /** Returns whether a plain scalar gives back exactly this text, whoever reads it. */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || YamlScalar.plain(text).type() != YamlScalar.Type.STRING) {
      return false;
    }
    char first = text.charAt(0);
    if ((!isLetterOrDigit(first) && "/_.$(".indexOf(first) < 0 && !startsLikeOption(text))
        || looksLikeNumber(text)) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inner = i > 0 && i + 1 < text.length();
      boolean safe = isLetterOrDigit(c)
          || "-_./$()+=%@~*!;^".indexOf(c) >= 0
          || (c == ':' && inner && text.charAt(i + 1) != ' ')
          || (c == ' ' && inner && text.charAt(i + 1) != '#' && text.charAt(i - 1) != ':');
      if (!safe) {
        return false;
      }
    }
    return !text.startsWith("...");
  }

  private static boolean startsLikeOption(String text) {
    return text.startsWith("-")
        && text.length() > 1
        && text.charAt(1) != ' '
        && !text.startsWith("---");
  }

  private static boolean isLetterOrDigit(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  /** Numbers, dates, times and base 60, in whatever reader of YAML: nothing but digits and what goes with them. */
  private static boolean looksLikeNumber(String text) {
    char first = text.charAt(0);
    if (!((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.')) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789abcdefABCDEFxXoObBtTzZ_:.+- infINFnaN".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
