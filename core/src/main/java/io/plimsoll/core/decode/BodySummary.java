package io.plimsoll.core.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The start of a body in a message. Mirrors {@code summarizeData} of {@code k8s.io/apiserver/pkg/endpoints/handlers}. */
final class BodySummary {

  private static final int MOST = 30;

  private BodySummary() {}

  static String of(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0) {
      return "<empty>";
    }
    byte[] shown = Arrays.copyOf(bytes, Math.min(bytes.length, MOST));
    String text = bytes[0] == '{'
        ? new String(shown, StandardCharsets.UTF_8)
        : HexFormat.of().formatHex(shown);
    return bytes.length > MOST ? text + " ..." : text;
  }
}
