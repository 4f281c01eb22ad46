package io.plimsoll.psa;

import java.util.Comparator;

/** The order of texts in Go: byte by byte in UTF-8, which is the order of code points and not that of {@code char}s. */
enum ByteOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // A surrogate is half of a code point above all that a single char can be.
        return Character.isSurrogate(x) == Character.isSurrogate(y)
            ? x - y
            : Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
      }
    }
    return a.length() - b.length();
  }
}
