package io.plimsoll.core.model;

import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.List;

/**
 * What a label's key and value may look like, in upstream's words. Mirrors {@code pkg/api/validate/content/kube.go} of {@code
 * k8s.io/apimachinery}.
 */
public final class LabelSyntax {

  private static final int MAX_LENGTH = 63;
  private static final int MAX_PREFIX_LENGTH = 253;

  private static final String NAME_FORMAT = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final String CHARACTERS =
      "consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
  private static final String NAME_ERROR = "must " + CHARACTERS
      + " (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '"
      + NAME_FORMAT + "')";
  private static final String KEY_ERROR = "a valid label key " + NAME_ERROR
      + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
  private static final String VALUE_ERROR = "a valid label must be an empty string or " + CHARACTERS
      + " (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '("
      + NAME_FORMAT + ")?')";

  private LabelSyntax() {}

  /** Returns what is wrong with a key; empty if nothing is. */
  public static List<String> keyErrors(String key) {
    int slash = key.indexOf('/');
    if (isFineKey(key, slash)) {
      return List.of();
    }
    if (slash >= 0 && key.indexOf('/', slash + 1) >= 0) {
      return List.of(KEY_ERROR);
    }
    List<String> errors = new ArrayList<>();
    if (slash == 0) {
      errors.add("prefix part must be non-empty");
    } else if (slash > 0) {
      String prefix = key.substring(0, slash);
      if (GoText.length(prefix) > MAX_PREFIX_LENGTH) {
        errors.add("prefix part " + tooLong(MAX_PREFIX_LENGTH));
      }
      if (!Names.isDnsSubdomain(prefix)) {
        errors.add("prefix part " + Names.SUBDOMAIN_ERROR);
      }
    }
    String name = key.substring(slash + 1);
    if (name.isEmpty()) {
      errors.add("name part must be non-empty");
    } else if (GoText.length(name) > MAX_LENGTH) {
      errors.add("name part " + tooLong(MAX_LENGTH));
    }
    if (!isName(name, 0)) {
      errors.add("name part " + NAME_ERROR);
    }
    return errors;
  }

  /** Returns what is wrong with a value; empty if nothing is. */
  public static List<String> valueErrors(String value) {
    if (value.isEmpty() || (value.length() <= MAX_LENGTH && isName(value, 0))) {
      return List.of();
    }
    List<String> errors = new ArrayList<>();
    if (GoText.length(value) > MAX_LENGTH) {
      errors.add(tooLong(MAX_LENGTH));
    }
    if (!value.isEmpty() && !isName(value, 0)) {
      errors.add(VALUE_ERROR);
    }
    return errors;
  }

  /** Returns whether nothing is wrong with a key, which is one or two names of ASCII then. */
  private static boolean isFineKey(String key, int slash) {
    return (slash < 0 || (slash <= MAX_PREFIX_LENGTH && Names.isDnsSubdomain(key, slash)))
        && key.length() - slash - 1 <= MAX_LENGTH
        && isName(key, slash + 1);
  }

  private static String tooLong(int bytes) {
    return "must be no more than " + bytes + " bytes";
  }

  /** Returns whether a text is a name from a place on. */
  private static boolean isName(String text, int start) {
    if (start == text.length()
        || !isAlphanumeric(text.charAt(start))
        || !isAlphanumeric(text.charAt(text.length() - 1))) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return Names.isLowerAlphanumeric(c) || (c >= 'A' && c <= 'Z');
  }
}
