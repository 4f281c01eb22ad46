package io.plimsoll.core.authn;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Texts with bytes written as {@code %2f}. */
final class PercentEncoding {

  private static final int HEX = 16;

  private PercentEncoding() {}

  /** Returns the text with its bytes put in, or the text as it is if anything in it is wrong: {@code unescapeExtraKey}. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        out.write(bytes[i]);
        continue;
      }
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], HEX) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], HEX) : -1;
      if (high < 0 || low < 0) {
        return text;
      }
      out.write(HEX * high + low);
      i += 2;
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
