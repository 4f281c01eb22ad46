package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.List;

/**
 * What texts in pods may look like, in upstream's words; each method returns nothing if the text is fine. Mirrors {@code
 * k8s.io/apimachinery/pkg/util/validation/validation.go}.
 */
final class PodSyntax {

  private static final int MAX_SUBDOMAIN = 253;
  private static final int MAX_SYSCTL = 253;

  private static final List<String> VARIABLE_NAME = List.of(
      "a valid environment variable name must consist only of printable ASCII characters other than '='");

  private static final List<String> HEADER_NAME = List.of(
      "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is"
          + " '[-A-Za-z0-9]+')");

  private static final String UNDERSCORE_LABEL = "_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
  private static final String UNDERSCORE_SUBDOMAIN =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and"
          + " end with an alphanumeric character (e.g. 'example.com', regex used for validation is '"
          + UNDERSCORE_LABEL + "(\\." + UNDERSCORE_LABEL + ")*')";

  private static final String SYSCTL_PART = "[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
  static final String SYSCTL_NAME = "must have at most " + MAX_SYSCTL
      + " characters and match regex ^(" + SYSCTL_PART + "[\\./])*" + SYSCTL_PART + "$";

  private PodSyntax() {}

  /** Returns what keeps a text from naming a variable: {@code IsRelaxedEnvVarName}. */
  static List<String> variableNameErrors(String name) {
    if (name.isEmpty()) {
      return List.of("environment variable name must be non-empty");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c > '~' || c == '=') {
        return VARIABLE_NAME;
      }
    }
    return List.of();
  }

  /** Returns what keeps a text from naming a header: {@code IsHTTPHeaderName}. */
  static List<String> headerNameErrors(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLowerAlphanumeric(c) && c != '-' && (c < 'A' || c > 'Z')) {
        return HEADER_NAME;
      }
    }
    return name.isEmpty() ? HEADER_NAME : List.of();
  }

  /** Returns what keeps a text from being a DNS name, with underscores: {@code IsDNS1123SubdomainWithUnderscore}. */
  static List<String> underscoreSubdomainErrors(String name) {
    List<String> errors = new ArrayList<>();
    if (GoText.length(name) > MAX_SUBDOMAIN) {
      errors.add("must be no more than " + MAX_SUBDOMAIN + " characters");
    }
    for (String label : name.split("\\.", -1)) {
      String rest = label.startsWith("_") ? label.substring(1) : label;
      if (!isPart(rest)) {
        errors.add(UNDERSCORE_SUBDOMAIN);
        break;
      }
    }
    return errors;
  }

  /** Returns whether a text may name a parameter of the kernel: {@code IsValidSysctlName}. */
  static boolean isSysctlName(String name) {
    if (GoText.length(name) > MAX_SYSCTL) {
      return false;
    }
    for (String part : name.replace('/', '.').split("\\.", -1)) {
      if (!isPart(part)) {
        return false;
      }
    }
    return true;
  }

  /** Letters and digits, with hyphens and underscores between. */
  private static boolean isPart(String text) {
    if (text.isEmpty()
        || !isLowerAlphanumeric(text.charAt(0))
        || !isLowerAlphanumeric(text.charAt(text.length() - 1))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLowerAlphanumeric(c) && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
