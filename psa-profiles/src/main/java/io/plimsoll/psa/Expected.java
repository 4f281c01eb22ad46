package io.plimsoll.psa;

import java.util.List;

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
    return new Expected(List.of(values), false, mend);
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

  /** Puts a finding into words: {@code securityContext.privileged of "web" is true, not absent or false}. */
  String message(Found found, String observed) {
    return found.field()
        + (found.owner().isEmpty() ? "" : " of \"" + found.owner() + "\"")
        + (types ? " is of type " + found.text() : " is " + observed)
        + ", not " + alternatives();
  }

  private String alternatives() {
    List<String> shown = values.stream().map(v -> v.isEmpty() ? "\"\"" : v).toList();
    return String.join(" or ", shown);
  }
}
