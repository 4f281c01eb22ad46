package io.plimsoll.core.manifest;

/** Counts the code points of a text, for the price of a glance however long the text is. */
final class CodePoints {

  /** A block of the text has two to the power of this many characters. */
  private static final int BLOCK = 12;

  private final String text;

  /** How many surrogate pairs end before each block; empty if there is none in the text. */
  private final int[] pairsBefore;

  CodePoints(String text) {
    this.text = text;
    this.pairsBefore = pairsBefore(text);
  }

  private static int[] pairsBefore(String text) {
    int[] before = new int[(text.length() >> BLOCK) + 1];
    int pairs = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (start(i) == i) {
        before[i >> BLOCK] = pairs;
      }
      pairs += endsPair(text, i) ? 1 : 0;
    }
    return pairs == 0 ? new int[0] : before;
  }

  /** Returns where the block of a character starts. */
  private static int start(int at) {
    return at >> BLOCK << BLOCK;
  }

  private static boolean endsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }

  /** Returns how many code points are in a stretch that starts between two of them. */
  int count(int start, int end) {
    return pairsBefore.length == 0
        ? end - start
        : end - start - (pairsBefore(end) - pairsBefore(start));
  }

  private int pairsBefore(int at) {
    int pairs = pairsBefore[at >> BLOCK];
    for (int i = start(at); i < at; i++) {
      pairs += endsPair(text, i) ? 1 : 0;
    }
    return pairs;
  }
}
