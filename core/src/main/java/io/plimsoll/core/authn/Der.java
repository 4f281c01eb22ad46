package io.plimsoll.core.authn;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One element of ASN.1 in its distinguished encoding, as certificates are made of. */
final class Der {

  private static final int OID = 0x06;
  private static final int UTF8_STRING = 0x0c;
  private static final int NUMERIC_STRING = 0x12;
  private static final int TELETEX_STRING = 0x14;
  private static final int IA5_STRING = 0x16;
  private static final int BMP_STRING = 0x1e;

  private final int tag;
  private final byte[] bytes;
  private final int start;
  private final int end;

  private Der(int tag, byte[] bytes, int start, int end) {
    this.tag = tag;
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }

  /** Reads the element that some bytes are; one that says to be longer than they are ends with them. */
  static Der of(byte[] bytes) {
    return at(bytes, 0, bytes.length);
  }

  private static Der at(byte[] bytes, int from, int limit) {
    int length = from + 1 < limit ? bytes[from + 1] & 0xff : 0;
    int start = Math.min(from + 2, limit);
    if (length > 0x7f) {
      int size = length & 0x7f;
      length = 0;
      for (int i = 0; i < size && start < limit; i++) {
        length = ((length << 8) | (bytes[start++] & 0xff)) & 0xffffff;
      }
    }
    return new Der(
        from < limit ? bytes[from] & 0xff : 0, bytes, start, Math.min(start + length, limit));
  }

  /** Returns what it is, by the number that stands in front of it. */
  int tag() {
    return tag;
  }

  /** Returns the elements that this one is made of. */
  List<Der> parts() {
    List<Der> parts = new ArrayList<>();
    for (int at = start; at < end; ) {
      Der part = at(bytes, at, end);
      parts.add(part);
      at = part.end;
    }
    return parts;
  }

  byte[] content() {
    return Arrays.copyOfRange(bytes, start, end);
  }

  /** Returns an object identifier as people write it; the empty text if this is none. */
  String oid() {
    if (tag != OID) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    long number = 0;
    for (int i = start; i < end; i++) {
      number = (number << 7) | (bytes[i] & 0x7f);
      if ((bytes[i] & 0x80) == 0) {
        if (text.length() == 0) {
          long first = Math.min(number / 40, 2);
          text.append(first).append('.').append(number - 40 * first);
        } else {
          text.append('.').append(number);
        }
        number = 0;
      }
    }
    return text.toString();
  }

  /** Returns the text that this is, whatever its alphabet; the empty text if it is none. */
  String text() {
    return isText() ? new String(bytes, start, end - start, charset()) : "";
  }

  private Charset charset() {
    return switch (tag) {
      case UTF8_STRING -> StandardCharsets.UTF_8;
      case BMP_STRING -> StandardCharsets.UTF_16BE;
      default -> StandardCharsets.ISO_8859_1;
    };
  }

  /** Returns whether this is a text. */
  boolean isText() {
    return tag == UTF8_STRING || tag == BMP_STRING || tag == IA5_STRING || isOldString();
  }

  /** Digits, printable characters, or those of teletex. */
  private boolean isOldString() {
    return tag >= NUMERIC_STRING && tag <= TELETEX_STRING;
  }
}
