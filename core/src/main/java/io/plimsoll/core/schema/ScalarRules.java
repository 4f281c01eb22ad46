package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.schema.FieldType.Scalar;

/**
 * Which scalars Go's {@code encoding/json} decodes into which types. Mirrors {@code decodeState.literalStore} of {@code
 * sigs.k8s.io/json} and the {@code UnmarshalJSON} methods of {@code k8s.io/apimachinery}.
 */
final class ScalarRules {

  private ScalarRules() {}

  /** Returns whether a scalar can be a value of the type. Null is the absence of any value. */
  static boolean accepts(Scalar type, ScalarValue value) {
    if (value.isNull()) {
      return true;
    }
    return switch (type) {
      case STRING -> value.isString();
      case BOOLEAN -> value.isBoolean();
      case INT32 -> value.isInteger(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case INT64 -> value.isInteger(Long.MIN_VALUE, Long.MAX_VALUE);
      case NUMBER -> value.isNumber() && Double.isFinite(Double.parseDouble(value.text()));
      case QUANTITY -> Quantity.tryParse(value).isPresent();
      case INT_OR_STRING ->
        value.isString() || value.isInteger(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case TIME -> value.isString() && GoText.timeError(value.text()).isEmpty();
      case MICROTIME -> value.isString() && GoText.microTimeError(value.text()).isEmpty();
      case BYTES -> value.isString() && GoText.base64Error(value.text()).isEmpty();
      case ANY -> true;
    };
  }

  /** Returns the code of the problem of a scalar that is not accepted. */
  static String code(Scalar type, ScalarValue value) {
    return switch (type) {
      case QUANTITY -> value.isBoolean() ? "wrong-type" : "invalid-quantity";
      case TIME, MICROTIME -> value.isString() ? "invalid-time" : "wrong-type";
      case BYTES -> value.isString() ? "invalid-base64" : "wrong-type";
      default -> "wrong-type";
    };
  }
}
