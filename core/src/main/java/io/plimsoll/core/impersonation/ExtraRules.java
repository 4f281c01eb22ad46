package io.plimsoll.core.impersonation;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What extra attributes may look like in the constrained modes. Mirrors {@code validateExtra} of {@code mode.go}. */
final class ExtraRules {

  private static final FieldPath PATH = FieldPath.of("extra", "key");

  private static final String HTTP_PATH = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
  private static final Pattern HTTP_PATH_PATTERN = Pattern.compile(HTTP_PATH);

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
    List<FieldError> malformed = pathErrors(key);
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

  /** Mirrors {@code IsDomainPrefixedPath} of {@code k8s.io/apimachinery/pkg/util/validation}. */
  private static List<FieldError> pathErrors(String key) {
    int slash = key.indexOf('/');
    if (slash <= 0 || slash == key.length() - 1) {
      return List.of(FieldError.invalid(
          PATH, key, "must be a domain-prefixed path (such as \"acme.io/foo\")"));
    }
    List<FieldError> errors = new ArrayList<>();
    String host = key.substring(0, slash);
    for (String message : Names.dnsSubdomainErrors(host)) {
      errors.add(FieldError.invalid(PATH, host, message));
    }
    String path = key.substring(slash + 1);
    if (!HTTP_PATH_PATTERN.matcher(path).matches()) {
      errors.add(FieldError.invalid(
          PATH, path, "Invalid path (regex used for validation is '" + HTTP_PATH + "')"));
    }
    return errors;
  }
}
