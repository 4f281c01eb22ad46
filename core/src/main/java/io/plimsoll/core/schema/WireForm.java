package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.WireFields.WireField;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Objects as they come out of Go's decoder and encoder: what a server makes of what it is sent, and what it sends back.
 *
 * <p>Mirrors the struct tags of {@code k8s.io/api}: a field with {@code omitempty} is not written when it has its zero value, and
 * one without is written even so, as {@code status: {}} and {@code resources: {}} are.
 */
public final class WireForm {

  private static final int MOST_BYTE = 255;

  private WireForm() {}

  /**
   * Returns an object as the API server holds it: without unknown fields and nulls, with quantities in their canonical form.
   * Empty lists and maps stay. What has a wrong type reads as absent.
   */
  public static MappingValue decode(MappingValue object, ObjectType type) {
    // Here and below: most objects stay what they are, and nothing is made for those.
    FieldsAlong fields = type.along(object.keys());
    @Nullable Value[] values = null;
    for (int i = 0; i < object.size(); i++) {
      Value before = object.value(i);
      Field field = fields.field(i);
      Value value = field == null ? null : decoded(before, field.type());
      if (value != before) {
        values = values == null ? object.values() : values;
        values[i] = value;
      }
    }
    return values == null ? object : object.withValues(values);
  }

  /**
   * Returns an object as the API server holds it, as {@link #decode} does; nothing if a field is unknown or a value has a wrong
   * type.
   */
  public static Optional<MappingValue> decodeFitting(MappingValue object, ObjectType type) {
    Fit fit = new Fit();
    if (!fit.fits(object, type)) {
      return Optional.empty();
    }
    return Optional.of(fit.isHeldForm() ? object : decode(object, type));
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
    @Nullable Value[] values = null;
    for (int i = 0; i < map.size(); i++) {
      Value before = map.value(i);
      Value value = decoded(before, type);
      if (value != before) {
        values = values == null ? map.values() : values;
        values[i] = value == null ? zero(type) : value;
      }
    }
    return values == null ? map : map.withValues(values);
  }

  private static SequenceValue decodedList(SequenceValue list, FieldType type) {
    List<Value> items = null;
    for (int i = 0; i < list.size(); i++) {
      Value before = list.get(i);
      Value value = decoded(before, type);
      if (value != before) {
        items = items == null ? new ArrayList<>(list.items()) : items;
        items.set(i, value == null ? zero(type) : value);
      }
    }
    return items == null ? list : list.withItems(items);
  }

  /** Returns a value that is not null as the API server holds it. */
  static Value decodedScalar(Value value, Scalar type) {
    if (type == Scalar.QUANTITY && value instanceof ScalarValue scalar) {
      String canonical = Quantity.tryParse(scalar).map(Quantity::toString).orElse(scalar.text());
      return scalar.isString() && canonical.equals(scalar.text())
          ? value
          : ScalarValue.of(canonical);
    }
    return type == Scalar.BYTES && value instanceof SequenceValue list ? base64(list) : value;
  }

  /** Returns bytes that are written as a list of numbers in the form in which all others are; null is 0. */
  private static ScalarValue base64(SequenceValue list) {
    byte[] bytes = new byte[list.size()];
    for (int i = 0; i < list.size(); i++) {
      boolean isByte = list.get(i) instanceof ScalarValue number && number.isInteger(0, MOST_BYTE);
      bytes[i] = isByte ? (byte) Integer.parseInt(((ScalarValue) list.get(i)).text()) : 0;
    }
    return ScalarValue.of(Base64.getEncoder().encodeToString(bytes));
  }

  /** Returns an object as the API server writes it, from one that it holds. */
  public static MappingValue encode(MappingValue object, ObjectType type) {
    return encode(object, type, false);
  }

  /** Returns an object as the API server writes it once it was stored: its storage does not tell empty lists and maps from none. */
  public static MappingValue stored(MappingValue object, ObjectType type) {
    return encode(object, type, true);
  }

  private static MappingValue encode(MappingValue object, ObjectType type, boolean storing) {
    FieldsAlong.Wire fields = type.along(object.keys()).wire();
    if (!fields.isGo()) {
      return storing ? withoutEmpty(object, type) : object;
    }
    @Nullable Value[] values = null;
    for (int i = 0; i < object.size(); i++) {
      WireField field = fields.field(i);
      if (field != null) {
        Value before = object.value(i);
        Value value = encoded(before, field.type(), storing);
        if (value != before || !isKept(value, field, storing)) {
          values = values == null ? object.values() : values;
          values[i] = isKept(value, field, storing) ? value : null;
        }
      }
    }
    if (values == null) {
      return withZeros(object, fields);
    }
    MappingValue kept = object.withValues(values);
    return withZeros(kept, type.along(kept.keys()).wire());
  }

  private static boolean isKept(Value value, WireField field, boolean storing) {
    return (field.pointer() || field.always() || !isZero(value))
        && !(storing && isEmptyList(value, field.type()));
  }

  /** Returns an object with the zero values that are written of absent fields. */
  private static MappingValue withZeros(MappingValue object, FieldsAlong.Wire fields) {
    List<WireField> missing = fields.missing();
    MappingValue complete = object;
    for (int i = 0; i < missing.size(); i++) {
      WireField field = missing.get(i);
      Value zero = field.pointer() ? ScalarValue.ofNull() : zero(field.type());
      complete = complete.with(field.name(), zero);
    }
    return complete;
  }

  /** Returns an object of a type that is none of Go's without empty lists and maps. */
  private static MappingValue withoutEmpty(MappingValue object, ObjectType type) {
    FieldsAlong fields = type.along(object.keys());
    @Nullable Value[] values = null;
    for (int i = 0; i < object.size(); i++) {
      Value before = object.value(i);
      Field field = before instanceof ScalarValue ? null : fields.field(i);
      if (field != null) {
        Value value = withoutEmpty(before, field.type());
        boolean empty = isEmptyList(value, field.type());
        if (value != before || empty) {
          values = values == null ? object.values() : values;
          values[i] = empty ? null : value;
        }
      }
    }
    return values == null ? object : object.withValues(values);
  }

  private static Value withoutEmpty(Value value, FieldType type) {
    if (type instanceof ObjectType objectType && value instanceof MappingValue object) {
      return withoutEmpty(object, objectType);
    }
    if (type instanceof ListOf list
        && !(list.items() instanceof Scalar)
        && value instanceof SequenceValue items) {
      List<Value> rest = null;
      for (int i = 0; i < items.size(); i++) {
        Value before = items.get(i);
        Value changed = withoutEmpty(before, list.items());
        if (changed != before) {
          rest = rest == null ? new ArrayList<>(items.items()) : rest;
          rest.set(i, changed);
        }
      }
      return rest == null ? items : items.withItems(rest);
    }
    return value;
  }

  private static boolean isEmptyList(Value value, FieldType type) {
    return (type instanceof ListOf && value instanceof SequenceValue list && list.size() == 0)
        || (type instanceof MapOf && value instanceof MappingValue map && map.size() == 0);
  }

  private static Value encoded(Value value, FieldType type, boolean storing) {
    if (type instanceof Scalar) {
      return value;
    }
    if (type instanceof ObjectType objectType && value instanceof MappingValue object) {
      return encode(object, objectType, storing);
    }
    if (type instanceof MapOf map && value instanceof MappingValue entries) {
      return map.values() instanceof Scalar
          ? value
          : entries.map(entry -> encoded(entry, map.values(), false));
    }
    if (type instanceof ListOf list && value instanceof SequenceValue items) {
      return list.items() instanceof Scalar
          ? value
          : items.map(item -> encoded(item, list.items(), storing));
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
      case NUMBER -> isZero(scalar.text());
    };
  }

  private static boolean isZero(String number) {
    char first = number.charAt(0);
    return (first < '1' || first > '9') && ScalarValue.number(number).equals(ScalarValue.of(0));
  }
}
