package io.plimsoll.core.authn;

import static io.plimsoll.core.validation.FieldError.invalid;
import static io.plimsoll.core.validation.FieldError.required;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is wrong with the name of a user's attribute. Mirrors {@code IsDomainPrefixedPath} and what follows it. */
final class ExtraKeyValidation {

  private static final String PATH_FORMAT = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
  private static final Pattern PATH = Pattern.compile(PATH_FORMAT);

  private ExtraKeyValidation() {}

  static List<FieldError> errors(String key, FieldPath path) {
    List<FieldError> errors = new ArrayList<>(pathErrors(key, path));
    if (!key.equals(key.toLowerCase(Locale.ROOT))) {
      errors.add(invalid(path, key, "must be lowercase"));
    }
    if (isReserved(key)) {
      errors.add(invalid(
          path, key, "k8s.io, kubernetes.io and their subdomains are reserved for Kubernetes use"));
    }
    return errors;
  }

  private static List<FieldError> pathErrors(String key, FieldPath path) {
    if (key.isEmpty()) {
      return List.of(required(path, ""));
    }
    int slash = key.indexOf('/');
    if (slash <= 0 || slash == key.length() - 1) {
      return List.of(
          invalid(path, key, "must be a domain-prefixed path (such as \"acme.io/foo\")"));
    }
    String host = key.substring(0, slash);
    String rest = key.substring(slash + 1);
    List<FieldError> errors = new ArrayList<>();
    Names.dnsSubdomainErrors(host).forEach(error -> errors.add(invalid(path, host, error)));
    if (!PATH.matcher(rest).matches()) {
      errors.add(
          invalid(path, rest, "Invalid path (regex used for validation is '" + PATH_FORMAT + "')"));
    }
    return errors;
  }

  private static boolean isReserved(String key) {
    int slash = key.indexOf('/');
    String domain = "." + (slash < 0 ? "" : key.substring(0, slash));
    return domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io");
  }
}
