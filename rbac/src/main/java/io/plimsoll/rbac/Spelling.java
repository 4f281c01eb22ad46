package io.plimsoll.rbac;

import io.plimsoll.core.schema.Nearest;
import java.util.List;

/** Whether a name may be a misspelling of another. */
final class Spelling {

  private Spelling() {}

  /** Whether the names are alike but not equal; names that differ in digits only are told apart on purpose. */
  static boolean isLike(String written, String meant) {
    return !written.equals(meant)
        && !withoutDigits(written).equals(withoutDigits(meant))
        && Nearest.to(written, List.of(meant)).isPresent();
  }

  private static String withoutDigits(String text) {
    StringBuilder rest = new StringBuilder(text.length());
    text.chars().filter(c -> c < '0' || c > '9').forEach(c -> rest.append((char) c));
    return rest.toString();
  }
}
