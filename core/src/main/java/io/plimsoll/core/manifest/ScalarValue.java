package io.plimsoll.core.manifest;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A string, a number, a boolean or null. */
public final class ScalarValue extends Value {

  /** What a scalar is. */
  public enum Type {
    /** Text. */
    STRING,
    /** A number, kept in its JSON spelling. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Nothing; Kubernetes reads a field that is null as absent. */
    NULL
  }

  private final Type type;
  private final String text;

  ScalarValue(@Nullable Source source, int start, int end, Type type, String text) {
    super(source, start, end);
    this.type = type;
    this.text = text;
  }

  /** Returns a string that stands nowhere. */
  public static ScalarValue of(String text) {
    return new ScalarValue(null, 0, 0, Type.STRING, text);
  }

  /** Returns a whole number that stands nowhere. */
  public static ScalarValue of(long number) {
    return new ScalarValue(null, 0, 0, Type.NUMBER, Long.toString(number));
  }

  /** Returns a boolean that stands nowhere. */
  public static ScalarValue of(boolean value) {
    return new ScalarValue(null, 0, 0, Type.BOOLEAN, Boolean.toString(value));
  }

  /** Returns a null that stands nowhere. */
  public static ScalarValue ofNull() {
    return new ScalarValue(null, 0, 0, Type.NULL, "null");
  }

  /**
   * Returns a number that stands nowhere.
   *
   * @param literal the number as JSON spells it
   * @throws IllegalArgumentException if it is not a JSON number
   */
  public static ScalarValue number(String literal) {
    if (!JsonNumbers.isNumber(literal)) {
      throw new IllegalArgumentException("not a JSON number: \"" + literal + "\"");
    }
    return new ScalarValue(null, 0, 0, Type.NUMBER, literal);
  }

  /** Returns what the scalar is. */
  public Type type() {
    return type;
  }

  /** Returns the string itself, the number's JSON spelling, {@code true}, {@code false} or {@code null}. */
  public String text() {
    return text;
  }

  /** Returns whether this is a string. */
  public boolean isString() {
    return type == Type.STRING;
  }

  /** Returns whether this is a number. */
  public boolean isNumber() {
    return type == Type.NUMBER;
  }

  /** Returns whether this is a whole number between two others and spelled as one: {@code 1.0} and {@code 1e3} are not. */
  public boolean isInteger(long least, long most) {
    OptionalLong number = isNumber() ? GoText.parseInt64(text) : OptionalLong.empty();
    return number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most;
  }

  /** Returns whether this is a boolean. */
  public boolean isBoolean() {
    return type == Type.BOOLEAN;
  }

  @Override
  public boolean isNull() {
    return type == Type.NULL;
  }

  @Override
  public String typeName() {
    return switch (type) {
      case STRING -> "string";
      case NUMBER -> "number";
      case BOOLEAN -> "bool";
      case NULL -> "null";
    };
  }

  /** Numbers are equal when their values are: {@code 1.0} equals {@code 1}. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ScalarValue that
        && type == that.type
        && (text.equals(that.text) || (type == Type.NUMBER && sameNumber(text, that.text)));
  }

  private static boolean sameNumber(String a, String b) {
    return JsonNumbers.isModest(a)
        && JsonNumbers.isModest(b)
        && new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
  }

  @Override
  public int hashCode() {
    return type == Type.NUMBER ? Double.hashCode(Double.parseDouble(text) + 0.0) : text.hashCode();
  }
}
