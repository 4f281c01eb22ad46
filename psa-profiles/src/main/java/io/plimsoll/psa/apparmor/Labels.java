package io.plimsoll.psa.apparmor;

import java.util.Optional;

/**
 * Labels: {@code &:namespace:profile}. Mirrors {@code parse_label} of {@code parser_misc.c}.
 *
 * @param stack whether it is stacked on the profile in force
 * @param namespace the namespace, or empty
 * @param name the name of the profile
 * @param error what is wrong, if anything is
 */
record Labels(boolean stack, String namespace, String name, Optional<String> error) {

  static Labels of(String label) {
    boolean stack = label.startsWith("&");
    String rest = stack ? label.substring(1) : label;
    String namespace = "";
    if (rest.startsWith(":")) {
      int end = rest.indexOf(':', 1);
      if (end < 0) {
        return failed("Namespace not terminated: " + label);
      }
      namespace = rest.substring(1, end);
      rest = rest.substring(end + 1);
      rest = rest.startsWith("//") ? rest.substring(2) : rest;
      if (namespace.isEmpty()) {
        return failed("Empty namespace: " + label);
      }
    }
    return rest.isEmpty()
        ? failed("Empty named transition profile name: " + label)
        : new Labels(stack, namespace, rest, Optional.empty());
  }

  private static Labels failed(String error) {
    return new Labels(false, "", "", Optional.of(ByteText.text(error)));
  }

  static boolean hasNamespace(String label) {
    Labels parsed = of(label);
    return parsed.error().isEmpty() && !parsed.namespace().isEmpty();
  }
}
