package io.plimsoll.core.authn;

import static io.plimsoll.core.validation.FieldError.invalid;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.registry.Syntax;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with the name of a user's attribute. Mirrors {@code IsDomainPrefixedPath} and what follows it. */
final class ExtraKeyValidation {

  private ExtraKeyValidation() {}

  static List<FieldError> errors(String key, FieldPath path) {
    List<FieldError> errors = new ArrayList<>(Syntax.domainPathErrors(path, key));
    if (!key.equals(key.toLowerCase(Locale.ROOT))) {
      errors.add(invalid(path, key, "must be lowercase"));
    }
    if (isReserved(key)) {
      errors.add(invalid(
          path, key, "k8s.io, kubernetes.io and their subdomains are reserved for Kubernetes use"));
    }
    return errors;
  }

  private static boolean isReserved(String key) {
    int slash = key.indexOf('/');
    String domain = "." + (slash < 0 ? "" : key.substring(0, slash));
    return domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io");
  }
}
