package io.plimsoll.rbac;

import io.plimsoll.core.schema.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Names of roles and subjects that may be misspellings of others; names that differ in digits only are told apart on purpose. */
public final class Spelling {

  private Spelling() {}

  /** Returns whether the names are alike but not equal. */
  public static boolean isLike(String written, String meant) {
    return nearest(written, List.of(meant)).isPresent();
  }

  /** Returns the name, among others, that is most like one without being it, if one is alike. */
  public static Optional<String> nearest(String written, Collection<String> names) {
    return Nearest.to(written, names)
        .filter(meant ->
            !written.equals(meant) && !withoutDigits(written).equals(withoutDigits(meant)));
  }

  private static String withoutDigits(String text) {
    StringBuilder rest = new StringBuilder(text.length());
    text.chars().filter(c -> c < '0' || c > '9').forEach(c -> rest.append((char) c));
    return rest.toString();
  }
}
