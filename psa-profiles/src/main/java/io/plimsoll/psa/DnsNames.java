package io.plimsoll.psa;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The names that DNS can carry, and what is said about others. Mirrors {@code IsDNS1123Label} and {@code IsDNS1123Subdomain} of
 * {@code k8s.io/apimachinery/pkg/util/validation}.
 */
final class DnsNames {

  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final int LABEL_LENGTH = 63;
  private static final int SUBDOMAIN_LENGTH = 253;

  private DnsNames() {}

  /** What keeps the name from being one part of a DNS name, in upstream's words; nothing if it is one. */
  static List<String> labelErrors(String name) {
    List<String> errors = lengthErrors(name, LABEL_LENGTH);
    if (!isLabel(name)) {
      // Upstream lets the double blank stand.
      errors.add(
          isSubdomain(name)
              ? "must not contain dots"
              : "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-',"
                  + " and must start and end with an alphanumeric character"
                  + " (e.g. 'my-name',  or '123-abc', regex used for validation is '" + LABEL
                  + "')");
    }
    return errors;
  }

  /** What keeps the name from being a DNS name, in upstream's words; nothing if it is one. */
  static List<String> subdomainErrors(String name) {
    List<String> errors = lengthErrors(name, SUBDOMAIN_LENGTH);
    if (!isSubdomain(name)) {
      errors.add(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters,"
              + " '-' or '.', and must start and end with an alphanumeric character"
              + " (e.g. 'example.com', regex used for validation is '" + LABEL + "(\\." + LABEL
              + ")*')");
    }
    return errors;
  }

  private static List<String> lengthErrors(String name, int longest) {
    List<String> errors = new ArrayList<>();
    if (name.getBytes(StandardCharsets.UTF_8).length > longest) {
      errors.add("must be no more than " + longest + " characters");
    }
    return errors;
  }

  private static boolean isSubdomain(String name) {
    // A pattern with nested repetitions would recurse as deep as the name is long.
    for (String part : name.split("\\.", -1)) {
      if (!isLabel(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLabel(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> c == '-' || isAlphanumeric(c))
        && isAlphanumeric(name.charAt(0))
        && isAlphanumeric(name.charAt(name.length() - 1));
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
