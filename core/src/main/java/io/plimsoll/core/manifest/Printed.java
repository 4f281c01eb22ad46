package io.plimsoll.core.manifest;

/** Texts of others as a terminal may print them: none of their characters moves the cursor, colours or hides anything. */
public final class Printed {

  private Printed() {}

  /**
   * Returns whether a character is printed as it is: TAB is, other controls and what changes the direction of the text are not,
   * nor is half a surrogate pair.
   */
  public static boolean isPrinted(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\t';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }

  /** Returns a text in one line: what is not printed as it is, line breaks included, as an escape of JSON, {@code \u001b}. */
  public static String line(String text) {
    if (text.codePoints().allMatch(Printed::isPrinted)) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(line, c));
    return line.toString();
  }

  private static void append(StringBuilder line, int c) {
    if (isPrinted(c)) {
      line.appendCodePoint(c);
      return;
    }
    for (char unit : Character.toChars(c)) {
      String digits = Integer.toHexString(unit);
      line.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
    }
  }
}
