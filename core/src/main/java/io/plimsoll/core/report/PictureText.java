package io.plimsoll.core.report;

import io.plimsoll.core.manifest.Printed;

/** Texts in pictures. */
final class PictureText {

  /** Names are rarely as long; a longer one would be the whole picture. */
  private static final int LONGEST = 300;

  private PictureText() {}

  /** Returns what is shown of a text: its start if it is very long, without what a terminal would not print, but for line breaks. */
  static String shown(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return clean(text);
    }
    return clean(text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…");
  }

  /** Returns the text with what a terminal would not print replaced, but for line breaks. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> clean.appendCodePoint(c == '\n' || Printed.isPrinted(c) ? c : Glyph.REPLACEMENT));
    return clean.toString();
  }
}
