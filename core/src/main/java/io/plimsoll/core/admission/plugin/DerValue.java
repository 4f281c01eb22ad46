package io.plimsoll.core.admission.plugin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A value in the encoding of certificates (X.690): its tag and where its content is. */
final class DerValue {

  private static final int BMP_STRING = 0x1e;

  private final byte[] bytes;
  private final int tag;
  private final int start;
  private final int end;

  private DerValue(byte[] bytes, int tag, int start, int end) {
    this.bytes = bytes;
    this.tag = tag;
    this.start = start;
    this.end = end;
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException if the bytes are none
   */
  static DerValue parse(byte[] bytes) {
    return at(bytes, 0, bytes.length);
  }

  private static DerValue at(byte[] bytes, int from, int limit) {
    if (from + 2 > limit) {
      throw malformed();
    }
    int length = bytes[from + 1] & 0xff;
    int start = from + 2;
    if (length > 0x7f) {
      int count = length & 0x7f;
      if (count == 0 || count > 3 || start + count > limit) {
        throw malformed();
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = length << 8 | (bytes[start + i] & 0xff);
      }
      start += count;
    }
    if (length > limit - start) {
      throw malformed();
    }
    return new DerValue(bytes, bytes[from] & 0xff, start, start + length);
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("asn1: syntax error: data truncated");
  }

  /** Returns the values that this one is made of. */
  List<DerValue> parts() {
    List<DerValue> parts = new ArrayList<>();
    int from = start;
    while (from < end) {
      DerValue part = at(bytes, from, end);
      parts.add(part);
      from = part.end;
    }
    return parts;
  }

  /** Returns one of the values that this one is made of. */
  DerValue part(int index) {
    List<DerValue> parts = parts();
    if (index >= parts.size()) {
      throw malformed();
    }
    return parts.get(index);
  }

  /** Returns the content as a text. */
  String text() {
    return new String(
        bytes,
        start,
        end - start,
        tag == BMP_STRING ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
  }

  /** Returns the content in hexadecimal digits. */
  String hex() {
    StringBuilder hex = new StringBuilder();
    for (int i = start; i < end; i++) {
      hex.append(Character.forDigit((bytes[i] >> 4) & 0xf, 16));
      hex.append(Character.forDigit(bytes[i] & 0xf, 16));
    }
    return hex.toString();
  }
}
