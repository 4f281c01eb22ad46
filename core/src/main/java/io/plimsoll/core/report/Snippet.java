package io.plimsoll.core.report;

import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Position;

/** The line of a text that something is about, with a caret under its first character, as compilers print it. */
public final class Snippet {

  private static final int WIDTH = 120;
  private static final int BEFORE = 60;
  private static final int NUMBER_WIDTH = 5;
  private static final String CUT = "…";

  private Snippet() {}

  /**
   * Returns two lines, each with a line break: the text's, after its number, and the caret's. A long line is cut on both sides
   * of the place; control characters are replaced.
   */
  public static String of(Location location) {
    Position start = location.start();
    int[] line = location.source().line(start.line()).codePoints().toArray();
    int at = Math.min(start.column() - 1, line.length);
    int from = line.length > WIDTH ? Math.max(0, at - BEFORE) : 0;
    int to = Math.min(line.length, from + WIDTH);

    String number = Integer.toString(start.line());
    StringBuilder text = new StringBuilder();
    StringBuilder caret = new StringBuilder();
    if (from > 0) {
      text.append(CUT);
      caret.append(' ');
    }
    for (int i = from; i < to; i++) {
      text.appendCodePoint(isControl(line[i]) ? '\ufffd' : line[i]);
      if (i < at) {
        caret.append(line[i] == '\t' ? '\t' : ' ');
      }
    }
    if (to < line.length) {
      text.append(CUT);
    }
    String margin = " ".repeat(Math.max(NUMBER_WIDTH, number.length()));
    return margin.substring(number.length()) + number + " | " + text + "\n" + margin + " | " + caret
        + "^\n";
  }

  private static boolean isControl(int c) {
    return c != '\t' && Character.isISOControl(c);
  }
}
