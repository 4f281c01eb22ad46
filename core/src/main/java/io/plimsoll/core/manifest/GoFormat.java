package io.plimsoll.core.manifest;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Values as Go's {@code fmt} prints what it decodes JSON to: maps of interfaces, slices of interfaces, strings, booleans, {@code
 * int64} and {@code float64}. Messages of Kubernetes that show an object are made with it.
 *
 * <p>Numbers are what {@code sigs.k8s.io/json} makes of them: integers where they are spelled as ones of 64 bits.
 */
public final class GoFormat {

  private GoFormat() {}

  /** Returns the value as {@code %v} prints it: {@code map[a:1 b:[x y]]}. */
  public static String v(Value value) {
    return print(value, false);
  }

  /** Returns the value as {@code %s} prints it, which says of all that is no string that it is none: {@code %!s(int64=1)}. */
  public static String s(Value value) {
    return value.isNull() ? "%!s(<nil>)" : print(value, true);
  }

  /** Returns the type as {@code %s} prints what {@code reflect.TypeOf} returns: {@code map[string]interface {}}. */
  public static String type(Value value) {
    return value.isNull() ? "%!s(<nil>)" : typeOf(value);
  }

  /** Returns the integer that a number is in Go; empty if it is a floating-point number. */
  public static OptionalLong integer(ScalarValue number) {
    return number.text().indexOf('.') >= 0
        ? OptionalLong.empty()
        : GoText.parseInt64(number.text());
  }

  /** Returns the value as JSON of what Go decodes it to: a number that is no integer there keeps the digits that 64 bits have. */
  public static Value decoded(Value value) {
    if (value instanceof MappingValue mapping) {
      return mapping.map(GoFormat::decoded);
    }
    if (value instanceof SequenceValue list) {
      return list.map(GoFormat::decoded);
    }
    ScalarValue scalar = (ScalarValue) value;
    if (!scalar.isNumber() || integer(scalar).isPresent()) {
      return scalar;
    }
    double number = Double.parseDouble(scalar.text());
    ScalarValue decoded =
        Double.isInfinite(number) ? scalar : ScalarValue.number(GoNumbers.json(number));
    // 1.0 must not become an integer.
    return integer(decoded).isPresent() ? scalar : decoded;
  }

  /** Returns whether Go decodes the value: no number in it is beyond what a {@code float64} holds. */
  public static boolean isDecoded(Value value) {
    if (value instanceof MappingValue mapping) {
      return mapping.toMap().values().stream().allMatch(GoFormat::isDecoded);
    }
    if (value instanceof SequenceValue list) {
      return list.items().stream().allMatch(GoFormat::isDecoded);
    }
    ScalarValue scalar = (ScalarValue) value;
    return !scalar.isNumber()
        || integer(scalar).isPresent()
        || !Double.isInfinite(Double.parseDouble(scalar.text()));
  }

  private static String typeOf(Value value) {
    if (value instanceof MappingValue) {
      return "map[string]interface {}";
    }
    if (value instanceof SequenceValue) {
      return "[]interface {}";
    }
    ScalarValue scalar = (ScalarValue) value;
    return switch (scalar.type()) {
      case STRING -> "string";
      case BOOLEAN -> "bool";
      case NULL -> "<nil>";
      case NUMBER -> integer(scalar).isPresent() ? "int64" : "float64";
    };
  }

  private static String print(Value value, boolean strings) {
    if (value instanceof MappingValue mapping) {
      List<String> keys = mapping.keys().stream().sorted(GoText::compare).toList();
      return keys.stream()
          .map(key -> key + ":" + print(member(mapping, key), strings))
          .collect(Collectors.joining(" ", "map[", "]"));
    }
    if (value instanceof SequenceValue list) {
      return list.items().stream()
          .map(item -> print(item, strings))
          .collect(Collectors.joining(" ", "[", "]"));
    }
    ScalarValue scalar = (ScalarValue) value;
    String text = scalar(scalar);
    return !strings || scalar.isString() || scalar.isNull()
        ? text
        : "%!s(" + typeOf(scalar) + "=" + text + ")";
  }

  private static Value member(MappingValue mapping, String key) {
    Value member = mapping.get(key);
    return member == null ? ScalarValue.ofNull() : member;
  }

  private static String scalar(ScalarValue scalar) {
    if (scalar.isNull()) {
      return "<nil>";
    }
    if (!scalar.isNumber()) {
      return scalar.text();
    }
    OptionalLong integer = integer(scalar);
    return integer.isPresent()
        ? Long.toString(integer.getAsLong())
        : GoNumbers.printed(Double.parseDouble(scalar.text()));
  }
}
