package io.plimsoll.core.registry;

/**
 * The difference of two parts of objects, as messages about what may not change go on with it. Mirrors {@code Diff} of {@code
 * k8s.io/apimachinery/pkg/util/diff}: of the parts as the API server's own types print, a line for each field.
 */
public final class ObjectDiff {

  private ObjectDiff() {}

  /** Returns what differs, given how the parts print in JSON without spaces. */
  public static String of(String before, String after) {
    return LineDiff.of(indented(before), indented(after));
  }

  /** Returns a JSON text with each member and item in a line: {@code json.MarshalIndent} with an indent of one space. */
  static String indented(String json) {
    StringBuilder text = new StringBuilder(2 * json.length());
    int depth = 0;
    int at = 0;
    while (at < json.length()) {
      char c = json.charAt(at);
      if (c == '"') {
        int end = endOfString(json, at);
        text.append(json, at, end);
        at = end;
        continue;
      }
      boolean opens = c == '{' || c == '[';
      boolean closes = c == '}' || c == ']';
      boolean empty = closes && (json.charAt(at - 1) == '{' || json.charAt(at - 1) == '[');
      depth += opens ? 1 : closes ? -1 : 0;
      if (closes && !empty) {
        newLine(text, depth);
      }
      text.append(c);
      boolean nothing = opens && (json.charAt(at + 1) == '}' || json.charAt(at + 1) == ']');
      if (c == ',' || (opens && !nothing)) {
        newLine(text, depth);
      } else if (c == ':') {
        text.append(' ');
      }
      at++;
    }
    return text.toString();
  }

  private static int endOfString(String json, int start) {
    int at = start + 1;
    while (json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private static void newLine(StringBuilder text, int depth) {
    text.append('\n').append(" ".repeat(depth));
  }
}
