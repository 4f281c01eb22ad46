package io.plimsoll.core.registry.config;

import io.plimsoll.core.manifest.GoText;

/** What Go says of bytes that are no JSON object: the errors of {@code json.Unmarshal} into a map. Duplicate names pass. */
final class GoJsonObject {

  private static final String WRONG_TYPE =
      "json: cannot unmarshal %s into Go value of type map[string]interface {}";

  private GoJsonObject() {}

  /** Returns what is wrong; the empty text if it is an object or null. */
  static String error(byte[] text) {
    return GoText.jsonSyntaxError(text).orElseGet(() -> typeError(text));
  }

  private static String typeError(byte[] text) {
    int at = 0;
    while (" \t\r\n".indexOf(text[at]) >= 0) {
      at++;
    }
    return switch (text[at]) {
      case '{', 'n' -> "";
      case '[' -> String.format(WRONG_TYPE, "array");
      case '"' -> String.format(WRONG_TYPE, "string");
      case 't', 'f' -> String.format(WRONG_TYPE, "bool");
      default -> String.format(WRONG_TYPE, "number");
    };
  }
}
