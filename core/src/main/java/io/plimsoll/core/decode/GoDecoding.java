package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;

/** What Go's decoders call values and types, and what those say that decode themselves. */
final class GoDecoding {

  private GoDecoding() {}

  /** Returns what a value is: {@code string}, {@code number}, {@code bool}, {@code array}, {@code object}. */
  static String kind(Value value) {
    return value.typeName();
  }

  /** Returns what a value is where a number is wanted: a number that does not fit is shown. */
  static String integerKind(Value value) {
    return value instanceof ScalarValue scalar && scalar.isNumber()
        ? "number " + scalar.text()
        : value.typeName();
  }

  /** Returns whether a number is beyond what 64 bits can say. */
  static boolean isTooLarge(ScalarValue value) {
    return value.isNumber() && Double.isInfinite(Double.parseDouble(value.text()));
  }

  /** Returns the type of the items of a list whose type is known; one with a name of its own does not say. */
  static String itemType(String goType, ListOf list) {
    return goType.startsWith("[]") ? goType.substring(2) : list.items().goType();
  }

  /** Returns the type of the values of a map whose type is known; one with a name of its own does not say. */
  static String valueType(String goType, MapOf map) {
    return goType.startsWith("map[")
        ? goType.substring(goType.indexOf(']') + 1)
        : map.values().goType();
  }

  static String quantityError(Value value) {
    try {
      ScalarValue text =
          value instanceof ScalarValue scalar ? scalar : ScalarValue.of(value.toString());
      return "a quantity: " + Quantity.parse(text);
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  static String timeError(Scalar type, String text) {
    return (type == Scalar.TIME ? GoText.timeError(text) : GoText.microTimeError(text)).orElse("");
  }

  static String base64Error(String text) {
    return GoText.base64Error(text).orElse("");
  }
}
