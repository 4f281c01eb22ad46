package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.ScalarValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The type of a value in an object of the API. */
public sealed interface FieldType
    permits FieldType.Scalar, FieldType.ListOf, FieldType.MapOf, ObjectType {

  /** A value without parts, or one whose parts the table does not know. */
  enum Scalar implements FieldType {
    /** Text. */
    STRING("a string", "string"),
    /** True or false. */
    BOOLEAN("true or false", "bool"),
    /** A whole number of 32 bits, with sign. */
    INT32("a whole number of 32 bits", "int32"),
    /** A whole number of 64 bits, with sign. */
    INT64("a whole number of 64 bits", "int64"),
    /** A floating-point number of 64 bits. */
    NUMBER("a number", "float64"),
    /** An amount with a unit, a string or a number. */
    QUANTITY("a quantity such as \"100m\" or \"128Mi\"", "resource.Quantity"),
    /** A whole number of 32 bits or a string, such as a port. */
    INT_OR_STRING("a whole number of 32 bits or a string", "intstr.IntOrString"),
    /** A time, as RFC 3339 writes it. */
    TIME("a time such as \"2026-01-31T12:00:00Z\"", "v1.Time"),
    /** A time with exactly six digits of the second. */
    MICROTIME("a time such as \"2026-01-31T12:00:00.000000Z\"", "v1.MicroTime"),
    /** Bytes, as a string in Base64. */
    BYTES("bytes in Base64", "[]uint8"),
    /** Anything. */
    ANY("anything", "interface {}");

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String description;
    private final String goType;

    Scalar(String description, String goType) {
      this.description = description;
      this.goType = goType;
    }

    /** Returns the type that prints as this, or null if there is none. */
    static @Nullable Scalar named(String label) {
      for (Scalar scalar : values()) {
        if (scalar.label.equals(label)) {
          return scalar;
        }
      }
      return null;
    }

    @Override
    public String description() {
      return description;
    }

    /** Returns whether a scalar can be a value of the type; null can always, and is the absence of any. */
    public boolean accepts(ScalarValue value) {
      return ScalarRules.accepts(this, value);
    }

    @Override
    public String goType() {
      return goType;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /**
   * A list.
   *
   * @param items the type of each item
   */
  record ListOf(FieldType items) implements FieldType {

    @Override
    public String description() {
      return "a list";
    }

    @Override
    public String goType() {
      return "[]".concat(items.goType());
    }

    @Override
    public String toString() {
      return "[]".concat(items.toString());
    }
  }

  /**
   * A map with names that the user chooses, such as labels.
   *
   * @param values the type of each value
   */
  record MapOf(FieldType values) implements FieldType {

    @Override
    public String description() {
      return "an object";
    }

    @Override
    public String goType() {
      return "map[string]".concat(values.goType());
    }

    @Override
    public String toString() {
      return "{}".concat(values.toString());
    }
  }

  /** Returns the type in the words of a message: {@code a string}, {@code a list}. */
  String description();

  /** Returns the type as Go prints it, where a field does not say otherwise: {@code []v1.Container}. */
  String goType();
}
