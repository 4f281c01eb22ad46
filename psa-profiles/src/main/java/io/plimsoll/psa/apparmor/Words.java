package io.plimsoll.psa.apparmor;

/**
 * How long the longest word of some class is at a place; 0 if there is none. Mirrors the definitions of {@code parser_lex.l}, by hand
 * and so without backtracking.
 */
final class Words {

  private static final String ESCAPABLE = " \t\"!,";

  private Words() {}

  static int blanks(String text, int start) {
    int at = start;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at - start;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** {@code \n} or {@code \r\n}. */
  static int newline(String text, int start) {
    if (text.startsWith("\n", start)) {
      return 1;
    }
    return text.startsWith("\r\n", start) ? 2 : 0;
  }

  /** What stands in front, with nothing else, up to and with the end of the line; 0 where the last line does not end. */
  static int restOfLine(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? 0 : end + 1 - start;
  }

  /** {@code IDS}: anything but blanks, quotes, exclamation marks, and commas that end it. */
  static int id(String text, int start) {
    return id(text, start, "");
  }

  /** {@code INC_IDS}: the same, without angle brackets. */
  static int includeId(String text, int start) {
    return id(text, start, "<>");
  }

  private static int id(String text, int start, String without) {
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean more = at + 1 < text.length();
      if (c == '\\' && more && ESCAPABLE.indexOf(text.charAt(at + 1)) >= 0) {
        at += 2;
      } else if (c == ',' && more && isIdChar(text.charAt(at + 1), without)) {
        at += 2;
      } else if (isIdChar(c, without)) {
        at++;
      } else {
        break;
      }
    }
    return at - start;
  }

  private static boolean isIdChar(char c, String without) {
    return " \t\r\n\"!,".indexOf(c) < 0 && without.indexOf(c) < 0;
  }

  /** {@code LIST_VALUE_ID}: a word within parentheses. */
  static int listValue(String text, int start) {
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\'
          && at + 1 < text.length()
          && (ESCAPABLE + "()").indexOf(text.charAt(at + 1)) >= 0) {
        at += 2;
      } else if (" \t\n\"!,()".indexOf(c) < 0) {
        at++;
      } else {
        break;
      }
    }
    return at - start;
  }

  /** {@code IDS_NOEQ}: a word that is not the name of a condition. */
  static int idWithoutEquals(String text, int start) {
    if (start >= text.length() || !isNoEquals(text.charAt(start), "=()+&")) {
      return 0;
    }
    int at = start + 1;
    while (at < text.length()) {
      if (isNoEquals(text.charAt(at), "=)")) {
        at++;
      } else if (text.charAt(at) == ','
          && at + 1 < text.length()
          && isNoEquals(text.charAt(at + 1), "=)")) {
        at += 2;
      } else {
        break;
      }
    }
    return at - start;
  }

  /** {@code ID_CHARS_NOEQ+}. */
  static int conditionName(String text, int start) {
    int at = start;
    while (at < text.length() && isNoEquals(text.charAt(at), "=)")) {
      at++;
    }
    return at - start;
  }

  private static boolean isNoEquals(char c, String without) {
    return " \t\n\"!,".indexOf(c) < 0 && without.indexOf(c) < 0;
  }

  /** {@code VARIABLE_NAME}. */
  static int name(String text, int start) {
    if (start >= text.length() || !isLetter(text.charAt(start))) {
      return 0;
    }
    int at = start + 1;
    while (at < text.length() && isNameChar(text.charAt(at))) {
      at++;
    }
    return at - start;
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isNameChar(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_';
  }

  /** {@code SET_VARIABLE} or {@code BOOL_VARIABLE}, by what it starts with. */
  static int variable(char prefix, String text, int start) {
    if (start >= text.length() || text.charAt(start) != prefix) {
      return 0;
    }
    if (!text.startsWith("{", start + 1)) {
      int name = name(text, start + 1);
      return name == 0 ? 0 : name + 1;
    }
    int name = name(text, start + 2);
    return name > 0 && text.startsWith("}", start + 2 + name) ? name + 3 : 0;
  }

  /** {@code LABEL}: a path, a label with a namespace, or a variable with something after it. */
  static int label(String text, int start) {
    if (start >= text.length()) {
      return 0;
    }
    char c = text.charAt(start);
    if (c == '/' || c == ':' || c == '&') {
      return 1 + id(text, start + 1);
    }
    int variable = variable('@', text, start);
    if (variable == 0) {
      return 0;
    }
    boolean bare = !text.startsWith("{", start + 1);
    // Without braces, the name may end after its first letter, and the next one is what follows.
    int after = bare && variable > 2 ? start + 2 : start + variable;
    int first = afterVariable(text, after);
    return first == 0 ? 0 : after + first + id(text, after + first) - start;
  }

  /** {@code POST_VAR_ID}. */
  private static int afterVariable(String text, int at) {
    if (at >= text.length()) {
      return 0;
    }
    char c = text.charAt(at);
    boolean more = at + 1 < text.length();
    if (c == '\\' && more && (ESCAPABLE + "()").indexOf(text.charAt(at + 1)) >= 0) {
      return 2;
    }
    if (c == ',') {
      return more && isIdChar(text.charAt(at + 1), "") ? 2 : 0;
    }
    return " \t\n\"!,=+".indexOf(c) < 0 ? 1 : 0;
  }

  /**
   * {@code QUOTED_ID}: up to the first quote that no backslash stands before; if there is none, up to the last quote.
   */
  static int quoted(String text, int start) {
    if (!text.startsWith("\"", start)) {
      return 0;
    }
    int end = 0;
    for (int at = start + 1; at < text.length() && text.charAt(at) != 0; at++) {
      if (text.charAt(at) == '"') {
        end = at + 1 - start;
        if (at == start + 1 || text.charAt(at - 1) != '\\') {
          return end;
        }
      }
    }
    return end;
  }

  /** {@code QUOTED_LABEL}. */
  static int quotedLabel(String text, int start) {
    boolean label = start + 1 < text.length() && "/@:&".indexOf(text.charAt(start + 1)) >= 0;
    return label ? quoted(text, start) : 0;
  }

  /** {@code MODES}: permissions with a blank or comma after them. */
  static int modes(String text, int start) {
    int at = start;
    int complete = 0;
    while (at < text.length()) {
      int one = mode(text, at);
      if (one == 0) {
        break;
      }
      at += one;
      if (at < text.length() && (isSpace(text.charAt(at)) || text.charAt(at) == ',')) {
        complete = at - start;
      }
    }
    return complete;
  }

  private static int mode(String text, int at) {
    char c = text.charAt(at);
    if ("RrWwaLlMmkXx".indexOf(c) >= 0) {
      return 1;
    }
    char second = charAt(text, at + 1);
    boolean profile = "PpCc".indexOf(c) >= 0;
    if ((profile || "IiUu".indexOf(c) >= 0) && isX(second)) {
      return 2;
    }
    return profile && "IiUu".indexOf(second) >= 0 && isX(charAt(text, at + 2)) ? 3 : 0;
  }

  private static boolean isX(char c) {
    return c == 'x' || c == 'X';
  }

  private static char charAt(String text, int at) {
    return at < text.length() ? text.charAt(at) : 0;
  }

  /** A name of a condition with {@code =} after it. */
  static boolean isCondition(String text, int afterName) {
    return text.startsWith("=", afterName + blanks(text, afterName));
  }

  /** A name of a condition with {@code in (} after it. */
  static boolean isListCondition(String text, int afterName) {
    int blanks = blanks(text, afterName);
    int word = afterName + blanks;
    return blanks > 0
        && text.startsWith("in", word)
        && text.startsWith("(", word + 2 + blanks(text, word + 2));
  }

  /** {@code <name>}, {@code <"name">}, {@code "name"} or {@code name}. */
  static int include(String text, int start) {
    int longest = Math.max(quoted(text, start), includeId(text, start));
    if (!text.startsWith("<", start)) {
      return longest;
    }
    int at = start + 1;
    while (at < text.length() && "\">\t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at > start + 1 && text.startsWith(">", at)) {
      return at + 1 - start;
    }
    int quoted = quoted(text, start + 1);
    return quoted > 0 && text.startsWith(">", start + 1 + quoted) ? quoted + 2 : longest;
  }
}
