package io.plimsoll.psa.apparmor;

import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Source;

/** A source as {@linkplain ByteText bytes}, with the way back to its places. */
final class SourceText {

  private final Source source;
  private final String bytes;

  /** The place of each byte in the text; empty where they are the same. */
  private final int[] offsets;

  private SourceText(Source source, String bytes, int[] offsets) {
    this.source = source;
    this.bytes = bytes;
    this.offsets = offsets;
  }

  static SourceText of(Source source) {
    String text = source.text();
    String bytes = ByteText.of(text);
    return new SourceText(
        source, bytes, bytes.length() == text.length() ? new int[0] : offsets(text, bytes));
  }

  private static int[] offsets(String text, String bytes) {
    int[] offsets = new int[bytes.length() + 1];
    int at = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int length = ByteText.of(Character.toString(point)).length();
      for (int k = 0; k < length; k++) {
        offsets[at++] = i;
      }
      i += Character.charCount(point);
    }
    offsets[at] = text.length();
    return offsets;
  }

  Source source() {
    return source;
  }

  String bytes() {
    return bytes;
  }

  /** Returns the place of a stretch of bytes. */
  Location location(int start, int end) {
    return offsets.length == 0
        ? source.location(start, end)
        : source.location(offsets[start], offsets[end]);
  }
}
