package io.plimsoll.core.model;

import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.List;

/**
 * What the names of objects may look like, and what upstream says about others. Each method returns nothing if the name is fine.
 *
 * <p>Mirrors {@code k8s.io/apimachinery/pkg/util/validation}, which counts bytes but calls them characters, and {@code
 * pkg/api/validation/path}.
 */
public final class Names {

  private static final int LABEL_LENGTH = 63;
  private static final int SUBDOMAIN_LENGTH = 253;

  private static final String LABEL_FORMAT = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";

  // Upstream lets the double blank stand.
  private static final String LABEL_ERROR =
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an"
          + " alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '"
          + LABEL_FORMAT + "')";

  private static final String LABEL_1035_ERROR =
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end"
          + " with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is"
          + " '[a-z]([-a-z0-9]*[a-z0-9])?')";

  /** What is wrong with a name that is no DNS subdomain. */
  static final String SUBDOMAIN_ERROR =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end"
          + " with an alphanumeric character (e.g. 'example.com', regex used for validation is '"
          + LABEL_FORMAT + "(\\." + LABEL_FORMAT + ")*')";

  private Names() {}

  /**
   * Returns what keeps a name from being one part of a DNS name, as those of namespaces are: {@code IsDNS1123Label}.
   */
  public static List<String> dnsLabelErrors(String name) {
    if (name.length() <= LABEL_LENGTH && isDnsSubdomain(name) && name.indexOf('.') < 0) {
      return List.of();
    }
    List<String> errors = lengthErrors(name, LABEL_LENGTH);
    if (!isDnsSubdomain(name)) {
      errors.add(LABEL_ERROR);
    } else if (name.indexOf('.') >= 0) {
      errors.add("must not contain dots");
    }
    return errors;
  }

  /** Returns what keeps a name from being a DNS name, as those of most objects are: {@code IsDNS1123Subdomain}. */
  public static List<String> dnsSubdomainErrors(String name) {
    if (name.length() <= SUBDOMAIN_LENGTH && isDnsSubdomain(name)) {
      return List.of();
    }
    List<String> errors = lengthErrors(name, SUBDOMAIN_LENGTH);
    if (!isDnsSubdomain(name)) {
      errors.add(SUBDOMAIN_ERROR);
    }
    return errors;
  }

  /**
   * Returns what keeps a name from being one part of a DNS name that starts with a letter, as those of services were: {@code
   * IsDNS1035Label}.
   */
  public static List<String> dns1035LabelErrors(String name) {
    List<String> errors = lengthErrors(name, LABEL_LENGTH);
    if (!isDnsSubdomain(name)
        || name.indexOf('.') >= 0
        || name.charAt(0) < 'a'
        || name.charAt(0) > 'z') {
      errors.add(LABEL_1035_ERROR);
    }
    return errors;
  }

  /** Returns what keeps a name from being part of a URL's path, as those of roles need be: {@code IsValidPathSegmentName}. */
  public static List<String> pathSegmentErrors(String name) {
    return name.equals(".") || name.equals("..")
        ? List.of("may not be '" + name + "'")
        : pathSegmentPrefixErrors(name);
  }

  /** Returns what keeps a text from being the start of a part of a URL's path: {@code IsValidPathSegmentPrefix}. */
  public static List<String> pathSegmentPrefixErrors(String name) {
    if (name.indexOf('/') < 0 && name.indexOf('%') < 0) {
      return List.of();
    }
    List<String> errors = new ArrayList<>();
    for (String part : List.of("/", "%")) {
      if (name.contains(part)) {
        errors.add("may not contain '" + part + "'");
      }
    }
    return errors;
  }

  private static List<String> lengthErrors(String name, int most) {
    List<String> errors = new ArrayList<>();
    if (GoText.length(name) > most) {
      errors.add("must be no more than " + most + " characters");
    }
    return errors;
  }

  /** Returns whether a name is a DNS subdomain, of whatever length. */
  static boolean isDnsSubdomain(String name) {
    return isDnsSubdomain(name, name.length());
  }

  /** Returns whether so many characters of a text are a DNS subdomain. */
  static boolean isDnsSubdomain(String text, int length) {
    // Not a pattern: one with nested repetitions recurses as deep as the name is long.
    char before = '.';
    for (int i = 0; i <= length; i++) {
      char c = i == length ? '.' : text.charAt(i);
      boolean inner = isLowerAlphanumeric(c);
      // Hyphens and dots stand between letters and digits; only hyphens may follow one another.
      boolean fine =
          inner || (c == '-' && before != '.') || (c == '.' && isLowerAlphanumeric(before));
      if (!fine) {
        return false;
      }
      before = c;
    }
    return true;
  }

  static boolean isLowerAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
