package io.plimsoll.core.schema;

import java.util.List;

/** How answers of a strict decoder are written down to be compared. */
final class Answers {

  static final String ACCEPTED = "accepted";

  /** The text cannot be read, or the value does not fit for a reason that has no place. */
  static final String ERROR = "error";

  /** There is no such kind. */
  static final String NO_KIND = "no such kind";

  /** There is such a kind, but it is not the one that was asked for. */
  static final String OTHER_KIND = "another kind";

  private Answers() {}

  static String strict(List<String> errors) {
    return "strict: " + String.join(", ", errors);
  }

  static String field(String what, String path) {
    return what + " field \"" + path + "\"";
  }

  static String key(String name) {
    return "duplicate key \"" + name + "\"";
  }

  static String type(String path) {
    return "wrong type: " + path;
  }
}
