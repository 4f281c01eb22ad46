package io.plimsoll.core.report;

/** Texts in pictures. */
final class PictureText {

  /** Names are rarely as long; a longer one would be the whole picture. */
  private static final int LONGEST = 300;

  private PictureText() {}

  /** Returns what is shown of a text: its start if it is very long, without control characters but line breaks. */
  static String shown(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return clean(text);
    }
    return clean(text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…");
  }

  /** Returns the text with control characters but line breaks, and halves of surrogate pairs, replaced. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> clean.appendCodePoint(
            c != '\n' && (Character.isISOControl(c) || isHalfPair(c)) ? '\ufffd' : c));
    return clean.toString();
  }

  private static boolean isHalfPair(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
