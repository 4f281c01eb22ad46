package io.plimsoll.psa.apparmor;

import java.nio.charset.StandardCharsets;

/** Texts as the parser and the kernel see them: one character for each byte of their UTF-8 form. */
final class ByteText {

  private ByteText() {}

  /** Returns the bytes of a text. */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      }
    }
    return text;
  }

  /** Returns the text that bytes encode. */
  static String text(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
