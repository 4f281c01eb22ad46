package io.plimsoll.psa.apparmor;

/** The longest of what could stand at a place of a text, and of the longest the first that was offered. */
final class LexerMatch {

  private final String text;
  private final int at;

  private int longest;
  private int length;
  private LexerAction action = LexerAction.NONE;

  LexerMatch(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** Offers a match: {@code seen} bytes were looked at, of which {@code taken} belong to the word. */
  void offer(int seen, int taken, LexerAction then) {
    if (seen > longest) {
      longest = seen;
      length = taken;
      action = then;
    }
  }

  void offer(int taken, LexerAction then) {
    offer(taken, taken, then);
  }

  void offer(String literal, LexerAction then) {
    if (text.startsWith(literal, at)) {
      offer(literal.length(), then);
    }
  }

  /** Returns whether nothing could stand there. */
  boolean isNone() {
    return longest == 0;
  }

  /** Returns the word. */
  String word() {
    return text.substring(at, at + length);
  }

  /** Returns what it leads to. */
  LexerAction action() {
    return action;
  }
}
