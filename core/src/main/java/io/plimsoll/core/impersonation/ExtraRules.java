package io.plimsoll.core.impersonation;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What extra attributes may look like in the constrained modes. Mirrors {@code validateExtra} of {@code mode.go}. */
final class ExtraRules {

  private static final FieldPath PATH = FieldPath.of("extra", "key");

  private ExtraRules() {}

  static Optional<String> error(Map<String, List<String>> extra) {
    for (Map.Entry<String, List<String>> entry : extra.entrySet()) {
      Optional<String> error = error(entry.getKey(), entry.getValue());
      if (error.isPresent()) {
        return error;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> error(String key, List<String> values) {
    if (key.isEmpty()) {
      return Optional.of("impersonating the empty string key in extra is not allowed");
    }
    List<FieldError> malformed = Syntax.domainPathErrors(PATH, key);
    if (!malformed.isEmpty()) {
      return Optional.of("impersonating an invalid key in extra is not allowed: "
          + FieldError.aggregate(malformed));
    }
    if (!key.equals(key.toLowerCase(Locale.ROOT))) {
      return Optional.of(
          "impersonating a non-lowercase key in extra is not allowed: " + GoText.quote(key));
    }
    return values.contains("")
        ? Optional.of("impersonating the empty string value in extra is not allowed")
        : Optional.empty();
  }
}
