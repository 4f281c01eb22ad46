package io.plimsoll.core.load;

import java.io.IOException;
import java.io.Reader;

/** Reading with an end. */
final class Bounded {

  private static final int CHUNK = 8192;

  private Bounded() {}

  /** Returns the text of a reader, or as much of it as is allowed. */
  static String read(Reader reader, int most) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] chunk = new char[CHUNK];
    while (text.length() < most) {
      int count = reader.read(chunk, 0, Math.min(CHUNK, most - text.length()));
      if (count < 0) {
        break;
      }
      text.append(chunk, 0, count);
    }
    return text.toString();
  }
}
