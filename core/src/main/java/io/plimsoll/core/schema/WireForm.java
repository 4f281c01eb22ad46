package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Objects as they come out of Go's decoder and encoder: what a server makes of what it is sent, and what it sends back.
 *
 * <p>Mirrors the struct tags of {@code k8s.io/api}: a field with {@code omitempty} is not written when it has its zero value, and
 * one without is written even so, as {@code status: {}} and {@code resources: {}} are.
 */
public final class WireForm {

  private WireForm() {}

  /**
   * Returns an object as the API server holds it: without unknown fields and nulls, with quantities in their canonical form.
   * Empty lists and maps stay. What has a wrong type reads as absent.
   */
  public static MappingValue decode(MappingValue object, ObjectType type) {
    MappingValue decoded = object;
    for (int i = 0; i < object.size(); i++) {
      String key = object.key(i);
      Field field = type.find(key);
      Value value = field == null ? null : decoded(object.value(i), field.type());
      decoded = value == null ? decoded.without(key) : replaced(decoded, key, value);
    }
    return decoded;
  }

  private static MappingValue replaced(MappingValue object, String key, Value value) {
    return object.get(key) == value ? object : object.with(key, value);
  }

  private static @Nullable Value decoded(Value value, FieldType type) {
    if (type instanceof ObjectType objectType) {
      return value instanceof MappingValue object ? decode(object, objectType) : null;
    }
    if (type instanceof MapOf map) {
      return value instanceof MappingValue entries ? decodedMap(entries, map.values()) : null;
    }
    if (type instanceof ListOf list) {
      return value instanceof SequenceValue items ? decodedList(items, list.items()) : null;
    }
    return value.isNull() ? null : decodedScalar(value, (Scalar) type);
  }

  private static MappingValue decodedMap(MappingValue map, FieldType type) {
    MappingValue decoded = map;
    for (int i = 0; i < map.size(); i++) {
      Value value = decoded(map.value(i), type);
      decoded = replaced(decoded, map.key(i), value == null ? zero(type) : value);
    }
    return decoded;
  }

  private static SequenceValue decodedList(SequenceValue list, FieldType type) {
    List<Value> items = new ArrayList<>(list.size());
    boolean same = true;
    for (Value item : list.items()) {
      Value value = decoded(item, type);
      items.add(value == null ? zero(type) : value);
      same &= value == item;
    }
    return same ? list : list.withItems(items);
  }

  private static Value decodedScalar(Value value, Scalar type) {
    if (type == Scalar.QUANTITY && value instanceof ScalarValue scalar) {
      String canonical = Quantity.tryParse(scalar).map(Quantity::toString).orElse(scalar.text());
      return scalar.isString() && canonical.equals(scalar.text())
          ? value
          : ScalarValue.of(canonical);
    }
    return value;
  }

  /** Returns an object as the API server writes it, from one that it holds. */
  public static MappingValue encode(MappingValue object, ObjectType type) {
    GoStruct struct = GoStruct.version(type);
    if (struct == null) {
      return object;
    }
    MappingValue encoded = object;
    for (GoStruct.Member member : struct.members()) {
      Field field = type.find(member.json());
      if (field != null) {
        Value value = encoded(object.get(member.json()), field.type(), member);
        encoded = value == null
            ? encoded.without(member.json())
            : replaced(encoded, member.json(), value);
      }
    }
    return encoded;
  }

  /** Returns an object as the API server writes it once it was stored: its storage does not tell empty lists and maps from none. */
  public static MappingValue stored(MappingValue object, ObjectType type) {
    return encode(withoutEmpty(object, type), type);
  }

  private static MappingValue withoutEmpty(MappingValue object, ObjectType type) {
    MappingValue rest = object;
    for (int i = 0; i < object.size(); i++) {
      String key = object.key(i);
      Field field = type.find(key);
      if (field != null) {
        Value value = withoutEmpty(object.value(i), field.type());
        rest = isEmptyList(value, field.type()) ? rest.without(key) : replaced(rest, key, value);
      }
    }
    return rest;
  }

  private static Value withoutEmpty(Value value, FieldType type) {
    if (type instanceof ObjectType objectType && value instanceof MappingValue object) {
      return withoutEmpty(object, objectType);
    }
    if (type instanceof ListOf list && value instanceof SequenceValue items) {
      List<Value> rest = new ArrayList<>(items.size());
      boolean same = true;
      for (Value item : items.items()) {
        Value changed = withoutEmpty(item, list.items());
        rest.add(changed);
        same &= changed == item;
      }
      return same ? items : items.withItems(rest);
    }
    return value;
  }

  private static boolean isEmptyList(Value value, FieldType type) {
    return (type instanceof ListOf && value instanceof SequenceValue list && list.size() == 0)
        || (type instanceof MapOf && value instanceof MappingValue map && map.size() == 0);
  }

  /** Returns what is written of a field, or {@code null} if nothing is. */
  private static @Nullable Value encoded(
      @Nullable Value value, FieldType type, GoStruct.Member member) {
    if (value == null) {
      return !member.always() ? null : member.pointer() ? ScalarValue.ofNull() : zero(type);
    }
    Value encoded = encoded(value, type);
    boolean kept = member.pointer() || member.always() || !isZero(encoded);
    return kept ? encoded : null;
  }

  private static Value encoded(Value value, FieldType type) {
    if (type instanceof ObjectType objectType && value instanceof MappingValue object) {
      return encode(object, objectType);
    }
    if (type instanceof MapOf map && value instanceof MappingValue entries) {
      MappingValue encoded = entries;
      for (int i = 0; i < entries.size(); i++) {
        encoded = replaced(encoded, entries.key(i), encoded(entries.value(i), map.values()));
      }
      return encoded;
    }
    if (type instanceof ListOf list && value instanceof SequenceValue items) {
      List<Value> encoded = new ArrayList<>(items.size());
      items.items().forEach(item -> encoded.add(encoded(item, list.items())));
      return encoded.equals(items.items()) ? items : items.withItems(encoded);
    }
    return value;
  }

  /**
   * Returns whether two values of a type mean the same: absent and empty are alike, and quantities are compared as amounts.
   * Mirrors {@code equality.Semantic.DeepEqual} of {@code k8s.io/apimachinery/pkg/api/equality}.
   */
  public static boolean isSame(@Nullable Value a, @Nullable Value b, FieldType type) {
    if (a == b) {
      return true;
    }
    if (type instanceof ObjectType objectType) {
      // A pointer to an empty object is not nil.
      return a instanceof MappingValue x
          && b instanceof MappingValue y
          && sameFields(encode(x, objectType), encode(y, objectType), objectType);
    }
    if (type instanceof MapOf map) {
      return sameEntries(a, b, map.values());
    }
    if (type instanceof ListOf list) {
      return sameItems(a, b, list.items());
    }
    if (type == Scalar.QUANTITY
        && a instanceof ScalarValue x
        && b instanceof ScalarValue y
        && !x.equals(y)) {
      return Quantity.tryParse(x).equals(Quantity.tryParse(y))
          && Quantity.tryParse(x).isPresent();
    }
    return a != null && a.equals(b);
  }

  private static boolean sameFields(MappingValue a, MappingValue b, ObjectType type) {
    for (Field field : type.fields()) {
      Value x = orNull(a.get(field.name()));
      Value y = orNull(b.get(field.name()));
      if (!isSame(x, y, field.type())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameEntries(@Nullable Value a, @Nullable Value b, FieldType type) {
    MappingValue x = a instanceof MappingValue map ? map : MappingValue.empty();
    MappingValue y = b instanceof MappingValue map ? map : MappingValue.empty();
    if (x.size() != y.size()) {
      return false;
    }
    for (int i = 0; i < x.size(); i++) {
      if (y.get(x.key(i)) == null || !isSame(x.value(i), y.get(x.key(i)), type)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameItems(@Nullable Value a, @Nullable Value b, FieldType type) {
    List<Value> x = a instanceof SequenceValue list ? list.items() : List.of();
    List<Value> y = b instanceof SequenceValue list ? list.items() : List.of();
    boolean same = x.size() == y.size();
    for (int i = 0; same && i < x.size(); i++) {
      same = isSame(x.get(i), y.get(i), type);
    }
    return same;
  }

  private static @Nullable Value orNull(@Nullable Value value) {
    return value == null || value.isNull() ? null : value;
  }

  /** Returns the zero value of a type as Go writes it. */
  static Value zero(FieldType type) {
    if (type instanceof ObjectType objectType) {
      return encode(MappingValue.empty(), objectType);
    }
    if (!(type instanceof Scalar scalar)) {
      return ScalarValue.ofNull();
    }
    return switch (scalar) {
      case STRING -> ScalarValue.of("");
      case BOOLEAN -> ScalarValue.of(false);
      case INT32, INT64, NUMBER, INT_OR_STRING -> ScalarValue.of(0);
      case QUANTITY -> ScalarValue.of("0");
      case TIME, MICROTIME, BYTES, ANY -> ScalarValue.ofNull();
    };
  }

  private static boolean isZero(Value value) {
    if (value instanceof MappingValue map) {
      return map.size() == 0;
    }
    if (value instanceof SequenceValue list) {
      return list.size() == 0;
    }
    ScalarValue scalar = (ScalarValue) value;
    return switch (scalar.type()) {
      case NULL -> true;
      case STRING -> scalar.text().isEmpty();
      case BOOLEAN -> scalar.text().equals("false");
      case NUMBER -> scalar.equals(ScalarValue.of(0));
    };
  }
}
