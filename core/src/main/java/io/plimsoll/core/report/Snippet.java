package io.plimsoll.core.report;

import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Position;
import io.plimsoll.core.manifest.Printed;

/** The line of a text that something is about, with a caret under its first character, as compilers print it. */
public final class Snippet {

  private static final int WIDTH = 120;
  private static final int BEFORE = 60;
  private static final int NUMBER_WIDTH = 5;
  private static final String CUT = "…";

  private Snippet() {}

  /**
   * Returns two lines, each with a line break: the text's, after its number, and the caret's. A long line is cut on both sides
   * of the place, so that the cost does not depend on its length; what a terminal would not print as a character is replaced.
   */
  public static String of(Location location) {
    Position place = location.start();
    String text = location.source().text();
    int at = place.offset();
    int from = start(text, at, Math.min(BEFORE, place.column() - 1));
    int to = end(text, from);
    boolean cutBefore = place.column() - 1 > BEFORE;
    boolean cutAfter = to < text.length() && !isLineBreak(text.charAt(to));

    StringBuilder line = new StringBuilder();
    StringBuilder caret = new StringBuilder();
    if (cutBefore) {
      line.append(CUT);
      caret.append(' ');
    }
    for (int i = from; i < to; ) {
      int c = text.codePointAt(i);
      line.appendCodePoint(Printed.isPrinted(c) ? c : Glyph.REPLACEMENT);
      if (i < at) {
        caret.append(c == '\t' ? "\t" : " ".repeat(Glyph.width(c)));
      }
      i += Character.charCount(c);
    }
    if (cutAfter) {
      line.append(CUT);
    }
    String number = Integer.toString(place.line());
    String margin = " ".repeat(Math.max(NUMBER_WIDTH, number.length()));
    return margin.substring(number.length()) + number + " | " + line + "\n" + margin + " | " + caret
        + "^\n";
  }

  /** Returns the index that so many characters are between and the place. */
  private static int start(String text, int at, int characters) {
    return text.offsetByCodePoints(at, -characters);
  }

  /** Returns the index where the line ends, or where it is cut. */
  private static int end(String text, int from) {
    int end = from;
    for (int i = 0; i < WIDTH && end < text.length() && !isLineBreak(text.charAt(end)); i++) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
