package io.plimsoll.rbac;

import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.List;

/** What names may look like, in upstream's words. */
final class Names {

  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final int LONGEST_SUBDOMAIN = 253;

  private Names() {}

  /**
   * Returns what is wrong with the name of a role or binding, which need only fit into a URL. Mirrors {@code
   * IsValidPathSegmentName} of {@code apimachinery/pkg/api/validation/path}.
   */
  static List<String> pathSegmentErrors(String name) {
    if (name.equals(".") || name.equals("..")) {
      return List.of("may not be '" + name + "'");
    }
    List<String> errors = new ArrayList<>();
    for (String part : List.of("/", "%")) {
      if (name.contains(part)) {
        errors.add("may not contain '" + part + "'");
      }
    }
    return errors;
  }

  /** Returns what is wrong with the name of a service account. Mirrors {@code IsDNS1123Subdomain}. */
  static List<String> subdomainErrors(String name) {
    List<String> errors = new ArrayList<>();
    if (GoText.length(name) > LONGEST_SUBDOMAIN) {
      errors.add("must be no more than " + LONGEST_SUBDOMAIN + " bytes");
    }
    if (!isSubdomain(name)) {
      errors.add(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters,"
              + " '-' or '.', and must start and end with an alphanumeric character"
              + " (e.g. 'example.com', regex used for validation is '"
              + LABEL + "(\\." + LABEL + ")*')");
    }
    return errors;
  }

  private static boolean isSubdomain(String name) {
    for (String label : name.split("\\.", -1)) {
      if (label.isEmpty() || label.startsWith("-") || label.endsWith("-") || !isLowerCase(label)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerCase(String label) {
    return label
        .chars()
        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  }
}
