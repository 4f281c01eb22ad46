package io.plimsoll.core.authn;

import io.plimsoll.core.manifest.GoText;
import java.util.Arrays;
import java.util.Base64;

/** Base64 as Go's {@code base64.RawURLEncoding} has it: without padding, line breaks do not count, stray last bits neither. */
final class RawUrlBase64 {

  private RawUrlBase64() {}

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] decode(String text) throws TokenException {
    byte[] out = new byte[text.length() * 3 / 4];
    int size = 0;
    int bits = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        continue;
      }
      int digit = digit(c);
      if (digit < 0) {
        throw corrupt(text, i);
      }
      bits = ((bits << 6) | digit) & 0xffff;
      digits++;
      if (digits % 4 != 1) {
        out[size++] = (byte) (bits >> (6 - 2 * ((digits - 1) % 4)));
      }
    }
    if (digits % 4 == 1) {
      throw corrupt(text, text.length() - 1);
    }
    return Arrays.copyOf(out, size);
  }

  private static int digit(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '-' ? 62 : c == '_' ? 63 : -1;
  }

  /** The place is counted in bytes of UTF-8. */
  private static TokenException corrupt(String text, int at) {
    int bytes = GoText.length(text.substring(0, at));
    return new TokenException("illegal base64 data at input byte " + bytes);
  }
}
