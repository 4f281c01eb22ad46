package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.GoFormat;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import org.jspecify.annotations.Nullable;

/** The directives of a strategic merge patch: what they are called, and values without them. */
final class Directives {

  /** Says what is to be done with the object that it is in. */
  static final String PATCH = "$patch";

  static final String DELETE = "delete";
  static final String REPLACE = "replace";
  static final String MERGE = "merge";

  /** Lists the fields of an object that stay. */
  static final String RETAIN_KEYS = "$retainKeys";

  /** Starts the name of a list of what is taken away from another. */
  static final String DELETE_FROM_LIST = "$deleteFromPrimitiveList";

  /** Starts the name of a list that another is ordered by. */
  static final String SET_ORDER = "$setElementOrder";

  private Directives() {}

  /** Returns the field that a directive is about: what is behind the slash. */
  static String fieldOf(String key, String directive, String failure) throws PatchFailure {
    if (!key.startsWith(directive + "/")) {
      throw PatchFailure.badRequest(failure);
    }
    return key.substring(directive.length() + 1);
  }

  static boolean is(@Nullable Value value, String directive) {
    return value instanceof ScalarValue scalar
        && scalar.isString()
        && scalar.text().equals(directive);
  }

  static PatchFailure unknown(Value directive, MappingValue patch) {
    return PatchFailure.internal(
        "unknown patch type: " + GoFormat.s(directive) + " in map: " + GoFormat.v(patch));
  }

  static PatchFailure wrongType(String expected, Value actual) {
    return PatchFailure.internal(
        "expected a " + expected + ", but received a " + GoFormat.type(actual));
  }

  /** Returns the value without objects that have the directive {@code $patch}; null if it is one. Mirrors {@code removeDirectives}. */
  static @Nullable Value removed(Value value) {
    if (value instanceof SequenceValue list) {
      return removedItems(list);
    }
    if (!(value instanceof MappingValue mapping)) {
      return value;
    }
    return mapping.get(PATCH) == null ? mapping.map(Directives::removed) : null;
  }

  /** Returns the list without items that have the directive {@code $patch}. */
  static SequenceValue removedItems(SequenceValue list) {
    return list.map(Directives::removed);
  }
}
