package io.plimsoll.core.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Base64 as Go's {@code base64.StdEncoding} decodes it: padding is a must, line breaks do not count. */
final class GoBase64 {

  private static final int NONE = -1;

  private final byte[] text;
  private int at;

  private GoBase64(String text) {
    this.text = text.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the bytes that a text stands for; empty if it cannot be decoded. */
  static Optional<byte[]> decode(String text) {
    return corruptAt(text) == NONE
        ? Optional.of(Base64.getDecoder().decode(text.replace("\n", "").replace("\r", "")))
        : Optional.empty();
  }

  /** Returns which byte Go says is wrong, or -1 if the text can be decoded. */
  static int corruptAt(String text) {
    return new GoBase64(text).corruptAt();
  }

  private int corruptAt() {
    int digits = 0;
    while (at < text.length) {
      byte c = text[at++];
      if (c == '=') {
        return corruptPadding(digits % 4);
      }
      if (c != '\n' && c != '\r') {
        if (!isDigit(c)) {
          return at - 1;
        }
        digits++;
      }
    }
    return digits % 4 == 0 ? NONE : at - digits % 4;
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
