package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.GoFormat;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import java.util.OptionalLong;

/**
 * A scalar as Go's {@code ==} compares interfaces that hold it: equal only to one of its type and value, an integer never to a
 * floating-point number.
 */
final class GoKey {

  private GoKey() {}

  /**
   * Returns what is equal where Go finds the values equal.
   *
   * @throws PatchFailure if the value is an object or a list, at the comparison of which Go panics
   */
  static Object of(Value value) throws PatchFailure {
    if (!(value instanceof ScalarValue scalar)) {
      throw incomparable(value);
    }
    return switch (scalar.type()) {
      case STRING -> scalar.text();
      case BOOLEAN -> Boolean.valueOf(scalar.text());
      case NULL -> Void.class;
      case NUMBER -> number(scalar);
    };
  }

  /** What Go can compare with values of other types only: it is none of them. */
  private record Incomparable(String type) {}

  /** Returns what is equal where Go finds the values equal, or panics as it compares them. */
  static Object ofMergeKey(Value value) throws PatchFailure {
    return value instanceof ScalarValue ? of(value) : new Incomparable(value.typeName());
  }

  /** Checks that a merge key to which an equal one was found is of a type that Go compares. */
  static void requireComparable(Value value) throws PatchFailure {
    if (!(value instanceof ScalarValue)) {
      throw incomparable(value);
    }
  }

  private static PatchFailure incomparable(Value value) {
    return PatchFailure.badRequest("a strategic merge patch cannot tell items of lists apart by an "
        + value.typeName() + ", as here: " + value);
  }

  /** Returns whether Go finds the values equal. */
  static boolean equal(Value a, Value b) throws PatchFailure {
    return GoFormat.type(a).equals(GoFormat.type(b)) && of(a).equals(of(b));
  }

  private static Object number(ScalarValue scalar) {
    OptionalLong integer = GoFormat.integer(scalar);
    if (integer.isPresent()) {
      return integer.getAsLong();
    }
    // There are two zeros in Java, which are equal in Go.
    return Double.parseDouble(scalar.text()) + 0.0;
  }
}
