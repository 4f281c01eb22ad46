package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.schema.FieldType.Scalar;

/**
 * Which scalars Go's {@code encoding/json} decodes into which types. Mirrors {@code decodeState.literalStore} of {@code
 * sigs.k8s.io/json} and the {@code UnmarshalJSON} methods of {@code k8s.io/apimachinery}.
 */
final class ScalarRules {

  /** The least number without its last digit, and that digit. */
  private static final long TENTH = Long.MIN_VALUE / 10;

  private static final int LAST_DIGIT = 8;

  private ScalarRules() {}

  /** Returns whether a scalar can be a value of the type. Null is the absence of any value. */
  static boolean accepts(Scalar type, ScalarValue value) {
    if (value.isNull()) {
      return true;
    }
    return switch (type) {
      case STRING -> value.isString();
      case BOOLEAN -> value.isBoolean();
      case INT32 -> isInteger(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case INT64 -> isInteger(value, Long.MIN_VALUE, Long.MAX_VALUE);
      case NUMBER -> value.isNumber() && Double.isFinite(Double.parseDouble(value.text()));
      case QUANTITY -> Quantity.tryParse(value).isPresent();
      case INT_OR_STRING ->
        value.isString() || isInteger(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case TIME -> value.isString() && GoTime.isTime(value.text());
      case MICROTIME -> value.isString() && GoTime.isMicroTime(value.text());
      case BYTES -> value.isString() && GoBase64.isValid(value.text());
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

  /** Returns whether the value is a whole number between two others and spelled as one: {@code 1.0} and {@code 1e3} are not. */
  static boolean isInteger(ScalarValue value, long least, long most) {
    if (!value.isNumber()) {
      return false;
    }
    String text = value.text();
    boolean negative = text.charAt(0) == '-';
    // Counting down reaches the least number, too.
    long number = 0;
    for (int i = negative ? 1 : 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || number < TENTH || (number == TENTH && digit > LAST_DIGIT)) {
        return false;
      }
      number = 10 * number - digit;
    }
    return negative ? number >= least : number >= -most;
  }
}
