package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.GoFormat;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The conversion of what a strategic merge makes to an object. Mirrors {@code FromUnstructuredWithValidation} of {@code
 * k8s.io/apimachinery/pkg/runtime}, which has other words than a decoder of JSON, and takes {@code 1.0} for an integer.
 */
final class UnstructuredDecoder {

  private final StrictErrors strict = new StrictErrors();
  private final DecodePath path = new DecodePath();

  /** Returns the fields that the type does not know, ordered. */
  List<String> strictErrors() {
    return strict.list().stream().sorted().toList();
  }

  /** Returns the object without what its type does not know. */
  MappingValue decode(MappingValue root, ObjectType type) throws DecodeFailure {
    return (MappingValue) value(root, type, type.goType());
  }

  private Value value(Value value, FieldType type, String goType) throws DecodeFailure {
    if (value.isNull()) {
      return value;
    }
    if (type instanceof ObjectType object) {
      if (value instanceof MappingValue mapping) {
        return object(mapping, object);
      }
      throw new DecodeFailure("cannot restore struct from: " + kind(value));
    }
    if (type instanceof MapOf map) {
      if (value instanceof MappingValue mapping) {
        return map(mapping, map, goType);
      }
      throw new DecodeFailure("cannot restore map from " + kind(value));
    }
    if (type instanceof ListOf of) {
      if (value instanceof SequenceValue list) {
        return list(list, of, goType);
      }
      throw new DecodeFailure("cannot restore slice from " + kind(value));
    }
    return scalar(value, (Scalar) type, goType);
  }

  private Value object(MappingValue mapping, ObjectType type) throws DecodeFailure {
    Map<String, Value> kept = new LinkedHashMap<>();
    for (int i = 0; i < mapping.size(); i++) {
      Field field = type.field(mapping.key(i)).orElse(null);
      if (field == null) {
        strict.unknown(path.to(mapping.key(i)));
      } else {
        DecodePath.Mark mark = path.enter(type, field);
        Value now = value(mapping.value(i), field.type(), field.go().type());
        path.leave(mark);
        kept.put(mapping.key(i), now);
      }
    }
    return mapping.withEntries(kept);
  }

  private Value map(MappingValue mapping, MapOf type, String goType) throws DecodeFailure {
    Map<String, Value> kept = new LinkedHashMap<>();
    for (int i = 0; i < mapping.size(); i++) {
      Value now = value(mapping.value(i), type.values(), GoDecoding.valueType(goType, type));
      kept.put(mapping.key(i), now);
    }
    return mapping.withEntries(kept);
  }

  private Value list(SequenceValue list, ListOf type, String goType) throws DecodeFailure {
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      DecodePath.Mark mark = path.enterIndex(i);
      Value now = value(list.get(i), type.items(), GoDecoding.itemType(goType, type));
      path.leave(mark);
      items.add(now);
    }
    return list.withItems(items);
  }

  private static Value scalar(Value value, Scalar type, String goType) throws DecodeFailure {
    if (value instanceof ScalarValue scalar && type.accepts(scalar)) {
      return value;
    }
    switch (type) {
      case ANY -> {
        return value;
      }
      case QUANTITY -> throw new DecodeFailure(GoDecoding.quantityError(value));
      case INT_OR_STRING -> throw wrongType(GoDecoding.integerKind(value), "int32");
      case TIME, MICROTIME -> {
        if (value instanceof ScalarValue scalar && scalar.isString()) {
          throw new DecodeFailure(GoDecoding.timeError(type, scalar.text()));
        }
        throw wrongType(GoDecoding.kind(value), "string");
      }
      case BYTES -> {
        if (value instanceof ScalarValue scalar && scalar.isString()) {
          throw new DecodeFailure(
              "error decoding from json: " + GoDecoding.base64Error(scalar.text()));
        }
        throw new DecodeFailure("cannot restore slice from " + kind(value));
      }
      case INT32, INT64 -> {
        return integer(value, type, goType);
      }
      default -> throw notConvertible(value, type, goType);
    }
  }

  private static Value integer(Value value, Scalar type, String goType) throws DecodeFailure {
    if (!(value instanceof ScalarValue scalar) || !scalar.isNumber()) {
      throw notConvertible(value, type, goType);
    }
    double number = Double.parseDouble(scalar.text());
    if (GoFormat.integer(scalar).isEmpty() && number != Math.rint(number)) {
      throw new DecodeFailure("cannot convert float64 to " + goType);
    }
    long whole = GoFormat.integer(scalar).orElse((long) number);
    // Go does not look whether it fits.
    return ScalarValue.of(type == Scalar.INT32 ? (int) whole : whole);
  }

  private static DecodeFailure notConvertible(Value value, Scalar type, String goType) {
    boolean characters = type == Scalar.STRING && kind(value).equals("int64");
    return new DecodeFailure(
        characters ? "cannot convert int64 to " + goType : "unrecognized type: " + type.goType());
  }

  private static DecodeFailure wrongType(String kind, String goType) {
    return new DecodeFailure("json: cannot unmarshal " + kind + " into Go value of type " + goType);
  }

  /** Returns the kind of a value as Go's reflection calls it. */
  private static String kind(Value value) {
    if (value instanceof MappingValue) {
      return "map";
    }
    return value instanceof SequenceValue ? "slice" : GoFormat.type(value);
  }
}
