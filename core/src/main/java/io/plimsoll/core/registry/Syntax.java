package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What texts in fields may look like, in upstream's words; each method returns nothing if the text is fine. Mirrors {@code
 * k8s.io/apimachinery/pkg/util/validation/validation.go}.
 */
public final class Syntax {

  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
  private static final String HTTP_PATH = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
  private static final int LONGEST_NAME = 253;
  private static final Pattern PERCENT = Pattern.compile("[0-9]+%");
  private static final Pattern PATH = Pattern.compile(HTTP_PATH);

  private Syntax() {}

  /** Returns what keeps a text from naming all hosts of a domain: {@code IsWildcardDNS1123Subdomain}. */
  public static List<String> wildcardErrors(String value) {
    List<String> errors = lengthErrors(value, LONGEST_NAME);
    if (!value.startsWith("*.") || !isSubdomain(value.substring(2))) {
      errors.add(
          "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain,"
              + " which must consist of lower case alphanumeric characters, '-' or '.' and end with an"
              + " alphanumeric character (e.g. '*.example.com', regex used for validation is '\\*\\."
              + SUBDOMAIN + "')");
    }
    return errors;
  }

  /** Returns what keeps a text from being the whole name of a host: {@code IsFullyQualifiedDomainName}. */
  public static List<FieldError> fullDomainErrors(FieldPath path, String value) {
    if (value.isEmpty()) {
      return List.of(FieldError.required(path, ""));
    }
    String name = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
    List<String> malformed = Names.dnsSubdomainErrors(name);
    if (!malformed.isEmpty()) {
      return List.of(FieldError.invalid(path, name, String.join(",", malformed)));
    }
    String[] labels = name.split("\\.", -1);
    if (labels.length < 2) {
      return List.of(FieldError.invalid(
          path, name, "should be a domain with at least two segments separated by dots"));
    }
    for (String label : labels) {
      List<String> errors = Names.dnsLabelErrors(label);
      if (!errors.isEmpty()) {
        return List.of(FieldError.invalid(path, label, String.join(",", errors)));
      }
    }
    return List.of();
  }

  private static boolean isSubdomain(String value) {
    return Names.dnsSubdomainErrors(value).stream()
        .allMatch(error -> error.startsWith("must be no"));
  }

  private static List<String> lengthErrors(String value, int most) {
    List<String> errors = new ArrayList<>();
    if (GoText.length(value) > most) {
      errors.add("must be no more than " + most + " characters");
    }
    return errors;
  }

  /** Returns what keeps a text from naming a port: {@code IsValidPortName}. */
  public static List<String> portNameErrors(String name) {
    List<String> errors = lengthErrors(name, 15);
    boolean letter = false;
    boolean others = name.isEmpty();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      letter |= c >= 'a' && c <= 'z';
      others |= (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-';
    }
    if (others) {
      errors.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
    }
    if (!letter) {
      errors.add("must contain at least one letter (a-z)");
    }
    if (name.contains("--")) {
      errors.add("must not contain consecutive hyphens");
    }
    if (name.startsWith("-") || name.endsWith("-")) {
      errors.add("must not begin or end with a hyphen");
    }
    return errors;
  }

  /** Returns what keeps a number from being a port: {@code IsValidPortNum}. */
  public static List<String> portErrors(long port) {
    return port >= 1 && port <= 65535 ? List.of() : List.of(Messages.PORT_RANGE);
  }

  /** Returns what keeps a text from being a percentage: {@code IsValidPercent}. */
  public static List<String> percentErrors(String percent) {
    return PERCENT.matcher(percent).matches()
        ? List.of()
        : List.of(
            "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%', "
                + " or '93%', regex used for validation is '[0-9]+%')");
  }

  /** Returns what keeps a text from being a key of a ConfigMap or Secret: {@code IsConfigMapKey}. */
  public static List<String> dataKeyErrors(String key) {
    List<String> errors = lengthErrors(key, LONGEST_NAME);
    if (!isDataKey(key)) {
      errors.add("a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g."
          + " 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is"
          + " '[-._a-zA-Z0-9]+')");
    }
    if (key.equals(".") || key.equals("..")) {
      errors.add("must not be '" + key + "'");
    } else if (key.startsWith("..")) {
      errors.add("must not start with '..'");
    }
    return errors;
  }

  private static boolean isDataKey(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!alphanumeric && c != '-' && c != '.' && c != '_') {
        return false;
      }
    }
    return !key.isEmpty();
  }

  /** Returns what keeps a text from being a path that starts with a domain: {@code IsDomainPrefixedPath}. */
  public static List<FieldError> domainPathErrors(FieldPath path, String value) {
    if (value.isEmpty()) {
      return List.of(FieldError.required(path, ""));
    }
    int slash = value.indexOf('/');
    if (slash <= 0 || slash == value.length() - 1) {
      return List.of(FieldError.invalid(
          path, value, "must be a domain-prefixed path (such as \"acme.io/foo\")"));
    }
    List<FieldError> errors = new ArrayList<>();
    String host = value.substring(0, slash);
    Names.dnsSubdomainErrors(host)
        .forEach(detail -> errors.add(FieldError.invalid(path, host, detail)));
    String rest = value.substring(slash + 1);
    if (!PATH.matcher(rest).matches()) {
      errors.add(FieldError.invalid(
          path, rest, "Invalid path (regex used for validation is '" + HTTP_PATH + "')"));
    }
    return errors;
  }
}
