package io.plimsoll.psa.apparmor;

/** A set of byte values. */
final class ByteSet {

  static final int SIZE = 256;

  private final long[] words;

  private ByteSet(long[] words) {
    this.words = words;
  }

  static ByteSet of(int value) {
    ByteSet set = empty();
    set.add(value);
    return set;
  }

  static ByteSet empty() {
    return new ByteSet(new long[SIZE / Long.SIZE]);
  }

  void add(int value) {
    words[value >> 6] |= 1L << value;
  }

  void addRange(int from, int to) {
    for (int value = Math.min(from, to); value <= Math.max(from, to); value++) {
      add(value);
    }
  }

  ByteSet complement() {
    long[] other = new long[words.length];
    for (int i = 0; i < other.length; i++) {
      other[i] = ~words[i];
    }
    return new ByteSet(other);
  }

  boolean contains(int value) {
    return (words[value >> 6] & 1L << value) != 0;
  }

  boolean intersects(ByteSet other) {
    for (int i = 0; i < words.length; i++) {
      if ((words[i] & other.words[i]) != 0) {
        return true;
      }
    }
    return false;
  }
}
