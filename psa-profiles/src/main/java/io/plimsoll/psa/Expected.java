package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a check accepts in a field, and how the field is made so.
 *
 * <p>Two of them are the same only if they are the same instance: a check tells its findings apart by it.
 */
final class Expected {

  /** Stands in a list of values for a field that is not there. */
  static final String ABSENT = "absent";

  private final List<String> values;
  private final boolean types;
  private final Mend mend;

  private Expected(List<String> values, boolean types, Mend mend) {
    this.values = values;
    this.types = types;
    this.mend = mend;
  }

  /** Returns what may have these values, as a person would write them. */
  static Expected of(Mend mend, String... values) {
    return of(mend, List.of(values));
  }

  /** Returns what may have these values, as a person would write them. */
  static Expected of(Mend mend, List<String> values) {
    return new Expected(List.copyOf(values), false, mend);
  }

  /** Returns what may be of these types; what is observed is a type, too. */
  static Expected ofType(Mend mend, String... types) {
    return new Expected(List.of(types), true, mend);
  }

  List<String> values() {
    return values;
  }

  Mend mend() {
    return mend;
  }

  /**
   * Puts a finding into words: {@code securityContext.privileged of container "web" is true; allowed: absent, false}.
   *
   * @param observed the value as it is to be shown
   * @param origin the field that made the API server fill it in, if it did
   */
  String message(Found found, String observed, Optional<FieldPath> origin) {
    StringBuilder message = new StringBuilder();
    if (types) {
      message.append(owner(found)).append(" is of type ").append(found.text());
    } else {
      message.append(found.field());
      if (!found.owner().isEmpty()) {
        message.append(" of ").append(owner(found));
      }
      message.append(" is ").append(observed);
    }
    origin.ifPresent(field -> message.append(" because of ").append(field));
    return message.append("; allowed: ").append(alternatives()).toString();
  }

  private static String owner(Found found) {
    return (found.isInContainer() ? "container \"" : "volume \"") + found.owner() + "\"";
  }

  private String alternatives() {
    return values.stream().map(v -> v.isEmpty() ? "\"\"" : v).collect(Collectors.joining(", "));
  }
}
