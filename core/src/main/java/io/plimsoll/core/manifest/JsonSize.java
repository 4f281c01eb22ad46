package io.plimsoll.core.manifest;

/** How long the JSON of a tree is, found out without writing it, and whether it reads as the very same tree. */
public final class JsonSize {

  /** What is longer than any body that a server reads. */
  public static final long UNFAITHFUL = Long.MAX_VALUE;

  /** The longest that a character becomes: an escape. */
  private static final int ESCAPE = 6;

  /** Two quotes, braces or brackets. */
  private static final int MARKS = 2;

  private final int depth;

  private JsonSize(int depth) {
    this.depth = depth;
  }

  /**
   * Returns a number of bytes that the JSON of a value has at most; {@link #UNFAITHFUL} if reading it does not give the value back,
   * because it is nested deeper than so many levels or holds half a surrogate pair.
   */
  public static long atMost(Value value, int depth) {
    return new JsonSize(depth).of(value, 0);
  }

  private long of(Value value, int level) {
    if (value instanceof ScalarValue scalar) {
      return of(scalar.text());
    }
    if (level == depth) {
      return UNFAITHFUL;
    }
    long sum = MARKS;
    if (value instanceof MappingValue mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        sum = sum(sum, of(mapping.key(i)));
        sum = sum(sum, of(mapping.value(i), level + 1));
      }
    } else if (value instanceof SequenceValue sequence) {
      for (int i = 0; i < sequence.size(); i++) {
        sum = sum(sum, of(sequence.get(i), level + 1));
      }
    }
    return sum;
  }

  private static long of(String text) {
    return Text.indexOfHalfPair(text, 0, text.length()) < 0
        ? MARKS + (long) ESCAPE * text.length()
        : UNFAITHFUL;
  }

  /** Returns the sum with the comma or colon between the two. */
  private static long sum(long a, long b) {
    return a == UNFAITHFUL || b == UNFAITHFUL ? UNFAITHFUL : a + b + 1;
  }
}
