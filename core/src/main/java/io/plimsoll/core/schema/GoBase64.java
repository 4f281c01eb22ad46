package io.plimsoll.core.schema;

import java.util.Base64;
import java.util.Optional;

/** Base64 as Go's {@code base64.StdEncoding} decodes it: padding is a must, line breaks do not count. */
public final class GoBase64 {

  private GoBase64() {}

  /** Returns whether the text can be decoded. */
  static boolean isValid(String text) {
    int digits = 0;
    int padding = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=') {
        padding++;
      } else if (c != '\n' && c != '\r') {
        if (padding > 0 || !isDigit(c)) {
          return false;
        }
        digits++;
      }
    }
    int over = digits % 4;
    return padding == (4 - over) % 4 && over != 1;
  }

  /** Returns the bytes that a text stands for; empty if it cannot be decoded. */
  public static Optional<byte[]> decode(String text) {
    if (!isValid(text)) {
      return Optional.empty();
    }
    return Optional.of(Base64.getDecoder().decode(text.replace("\n", "").replace("\r", "")));
  }

  private static boolean isDigit(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
