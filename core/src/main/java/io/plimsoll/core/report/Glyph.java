package io.plimsoll.core.report;

/** How a terminal prints a character. */
final class Glyph {

  /** Stands in for what is not printed. */
  static final int REPLACEMENT = 0xfffd;

  /** First and last of the wide and full-width characters of Unicode's East Asian Width, roughly. */
  private static final int[][] WIDE = {
    {0x1100, 0x115f},
    {0x2e80, 0x303e},
    {0x3041, 0xa4cf},
    {0xa960, 0xa97f},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0xffe0, 0xffe6},
    {0x1f300, 0x1f64f},
    {0x1f680, 0x1f6ff},
    {0x1f900, 0x1faff},
    {0x20000, 0x3fffd}
  };

  private Glyph() {}

  /** Returns how many columns a character takes once what is not printed is replaced: 0 for a combining mark, or 1, or 2. */
  static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (c >= range[0] && c <= range[1]) {
        return 2;
      }
    }
    return 1;
  }
}
