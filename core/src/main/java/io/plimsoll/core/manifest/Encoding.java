package io.plimsoll.core.manifest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes to text and never a character made up: a byte that encodes nothing becomes half a surrogate pair that tells which byte
 * it was.
 */
final class Encoding {

  private static final char REPLACEMENT = '\ufffd';

  /** A byte that encodes nothing, added to this, is a low surrogate. */
  private static final int BROKEN = 0xdc00;

  private Encoding() {}

  /** Returns the text of UTF-8, or of UTF-16 with a byte order mark, which stays in front. */
  static String decode(byte[] bytes) {
    if (startsWith(bytes, 0xfe, 0xff)) {
      return decode(bytes, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xff, 0xfe)) {
      return decode(bytes, StandardCharsets.UTF_16LE);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : decode(bytes, StandardCharsets.UTF_8);
  }

  /** Returns the text of UTF-8, each byte that encodes nothing replaced, as Go does when it writes JSON. */
  static String replacing(byte[] bytes) {
    return Text.withoutHalfPairs(decode(bytes, StandardCharsets.UTF_8));
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  private static String decode(byte[] bytes, Charset charset) {
    CharsetDecoder decoder = charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isUnderflow() && !in.hasRemaining()) {
        return out.flip().toString();
      }
      out.put((char) (BROKEN + (in.get() & 0xff)));
      if (!charset.equals(StandardCharsets.UTF_8) && in.hasRemaining()) {
        out.put((char) (BROKEN + (in.get() & 0xff)));
      }
      decoder.reset();
    }
  }

  /** Returns what is wrong with half a surrogate pair in a text. */
  static String explain(char half) {
    int broken = half - BROKEN;
    return broken >= 0 && broken <= 0xff
        ? String.format("the byte 0x%02x is neither UTF-8 nor part of a character", broken)
        : "half of a surrogate pair is no character";
  }
}
