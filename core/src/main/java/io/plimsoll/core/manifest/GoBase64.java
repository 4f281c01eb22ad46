package io.plimsoll.core.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Base64 as Go's {@code base64.StdEncoding} decodes it: padding is a must, or may not be, and line breaks do not count. */
final class GoBase64 {

  private static final int NONE = -1;

  private final byte[] text;
  private final boolean padded;
  private int at;

  private GoBase64(String text, boolean padded) {
    this.text = text.getBytes(StandardCharsets.UTF_8);
    this.padded = padded;
  }

  /** Returns the bytes that a text stands for; empty if it cannot be decoded. */
  static Optional<byte[]> decode(String text) {
    return corruptAt(text) == NONE ? Optional.of(bytes(text)) : Optional.empty();
  }

  /** Returns the bytes that a text without padding stands for, as {@code base64.RawStdEncoding} decodes it; empty if it cannot be. */
  static Optional<byte[]> decodeRaw(String text) {
    return rawCorruptAt(text) == NONE ? Optional.of(bytes(text)) : Optional.empty();
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text.replace("\n", "").replace("\r", ""));
  }

  /** Returns which byte Go says is wrong, or -1 if the text can be decoded. */
  static int corruptAt(String text) {
    return new GoBase64(text, true).corruptAt();
  }

  /** Returns which byte Go says is wrong, or -1 if the text can be decoded without padding. */
  static int rawCorruptAt(String text) {
    return new GoBase64(text, false).corruptAt();
  }

  private int corruptAt() {
    int digits = 0;
    while (at < text.length) {
      byte c = text[at++];
      if (c == '=' && padded) {
        return corruptPadding(digits % 4);
      }
      if (c != '\n' && c != '\r') {
        if (!isDigit(c)) {
          return at - 1;
        }
        digits++;
      }
    }
    int rest = digits % 4;
    return rest == 0 || (rest > 1 && !padded) ? NONE : at - rest;
  }

  /** Checks what follows the first padding, behind so many digits of the last group. */
  private int corruptPadding(int digits) {
    if (digits < 2) {
      return at - 1;
    }
    if (digits == 2) {
      skipBreaks();
      if (at == text.length) {
        return at;
      }
      if (text[at] != '=') {
        return at - 1;
      }
      at++;
    }
    skipBreaks();
    return at < text.length ? at : NONE;
  }

  private void skipBreaks() {
    while (at < text.length && (text[at] == '\n' || text[at] == '\r')) {
      at++;
    }
  }

  private static boolean isDigit(byte c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
