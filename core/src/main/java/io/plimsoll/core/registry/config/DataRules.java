package io.plimsoll.core.registry.config;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.validation.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** What the data of ConfigMaps and Secrets have in common: keys, size, and that they may be frozen. */
final class DataRules {

  /** {@code MaxSecretSize}. */
  static final int MOST_BYTES = 1024 * 1024;

  private DataRules() {}

  /** Adds what is wrong with a key. */
  static void checkKey(Part object, String field, String key) {
    for (String detail : Syntax.dataKeyErrors(key)) {
      object.error(FieldError.invalid(object.at(field).key(key), key, detail));
    }
  }

  /** Returns the bytes that a text in Base64 stands for; none if it is not in Base64. */
  static byte[] decoded(String base64) {
    try {
      // Go passes over line breaks.
      return Base64.getDecoder().decode(base64.replace("\n", "").replace("\r", ""));
    } catch (IllegalArgumentException malformed) {
      return new byte[0];
    }
  }

  /** Returns a text as bytes in Base64. */
  static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds what an update changes of an object that is frozen. */
  static void checkFrozen(Part object, MappingValue old, List<String> fields) {
    Value frozen = old.get("immutable");
    if (frozen == null || !frozen.toString().equals("true")) {
      return;
    }
    if (!object.flag("immutable")) {
      object.forbidden("immutable", "field is immutable when `immutable` is set");
    }
    for (String field : fields) {
      if (!Objects.equals(object.tree().get(field), old.get(field))) {
        object.forbidden(field, "field is immutable when `immutable` is set");
      }
    }
  }
}
