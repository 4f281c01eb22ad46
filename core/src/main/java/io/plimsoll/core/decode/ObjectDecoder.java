package io.plimsoll.core.decode;

import io.plimsoll.core.decode.Entries.Entry;
import io.plimsoll.core.manifest.GoText;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The decoding of a tree along its type, step by step as {@code sigs.k8s.io/json} goes. Mirrors {@code decodeState}: the first
 * value of a wrong type is the error, unless one of a type that decodes itself is worse.
 *
 * <p>It is for trees that do not fit their type, or have names that were set again; for any other the answer is known.
 */
final class ObjectDecoder {

  /** The type without which there is nothing to decode to. */
  private static final String ANYTHING = "interface {}";

  private static final String BYTE = "uint8";
  private static final int MOST_BYTE = 255;

  private final Entries entries;
  private final boolean anyCapitals;
  private final StrictErrors strict = new StrictErrors();
  private final DecodePath path = new DecodePath();
  private @Nullable String error;

  ObjectDecoder(Entries entries) {
    this(entries, false);
  }

  private ObjectDecoder(Entries entries, boolean anyCapitals) {
    this.entries = entries;
    this.anyCapitals = anyCapitals;
  }

  /** Returns the decoder that takes names of fields in other capitals, too: that of {@code encoding/json}. */
  static ObjectDecoder inAnyCapitals(Entries entries) {
    return new ObjectDecoder(entries, true);
  }

  /** Returns a decoder of what is in a field; only paths of strict errors begin with that. */
  static ObjectDecoder within(String field, Entries entries) {
    ObjectDecoder decoder = new ObjectDecoder(entries);
    decoder.path.enterKey(field);
    return decoder;
  }

  /** Returns the errors that only a strict decoder finds. */
  List<String> strictErrors() {
    return strict.list();
  }

  /** Returns what Go makes of the tree, as a tree. */
  MappingValue decode(MappingValue root, ObjectType type) throws DecodeFailure {
    return (MappingValue) decode(root, type, type.goType());
  }

  /** Returns what Go makes of a tree of a type that it prints like this. */
  Value decode(Value root, FieldType type, String goType) throws DecodeFailure {
    Value decoded = value(root, type, goType, null);
    if (error != null) {
      throw new DecodeFailure(error);
    }
    return decoded;
  }

  /**
   * Returns what Go makes of a value.
   *
   * @param goType the type as Go prints it
   * @param before what an earlier value left, into which Go decodes this one
   */
  private Value value(Value value, FieldType type, String goType, @Nullable Value before)
      throws DecodeFailure {
    if (value instanceof MappingValue mapping && type instanceof ObjectType object) {
      return object(mapping, object, before);
    }
    if (value instanceof MappingValue mapping && type instanceof MapOf map) {
      return map(mapping, map, goType, before);
    }
    if (value instanceof SequenceValue list && type instanceof ListOf of) {
      return list(list, of, goType, before);
    }
    if (type == Scalar.ANY && goType.equals(ANYTHING)) {
      anything(value);
    } else if (type instanceof Scalar scalar) {
      scalar(value, scalar, goType);
    } else if (!value.isNull()) {
      wrongType(GoDecoding.kind(value), goType);
    }
    return value;
  }

  private Value object(MappingValue mapping, ObjectType type, @Nullable Value before)
      throws DecodeFailure {
    Map<String, Value> kept = kept(before);
    Set<String> seen = new HashSet<>();
    for (Entry entry : entries.of(mapping)) {
      Field field = field(type, entry.name());
      if (field == null) {
        strict.unknown(path.to(entry.name()));
        continue;
      }
      String name = field.name();
      if (!seen.add(name)) {
        strict.duplicate(path.to(name));
      }
      DecodePath.Mark mark = path.enter(type, field);
      Value old = kept.get(name);
      Value now = value(entry.value(), field.type(), field.go().type(), old);
      path.leave(mark);
      if (old == null || !now.isNull() || isNillable(field)) {
        kept.put(name, now);
      }
    }
    return inOrder(mapping, kept);
  }

  private @Nullable Field field(ObjectType type, String name) {
    Field exact = type.field(name).orElse(null);
    if (exact != null || !anyCapitals) {
      return exact;
    }
    return type.fields().stream()
        .filter(field -> GoText.equalFold(field.name(), name))
        .findFirst()
        .orElse(null);
  }

  /** Null takes a pointer, a map or a list away, and leaves anything else as it is. */
  private static boolean isNillable(Field field) {
    return field.go().pointer()
        || field.type() instanceof MapOf
        || field.type() instanceof ListOf
        || field.type() == Scalar.BYTES;
  }

  private Value map(MappingValue mapping, MapOf type, String goType, @Nullable Value before)
      throws DecodeFailure {
    Map<String, Value> kept = kept(before);
    Set<String> seen = new HashSet<>();
    String valueType = GoDecoding.valueType(goType, type);
    for (Entry entry : entries.of(mapping)) {
      if (!seen.add(entry.name())) {
        strict.duplicate(path.to(entry.name()));
      }
      DecodePath.Mark mark = path.enterKey(entry.name());
      kept.put(entry.name(), value(entry.value(), type.values(), valueType, null));
      path.leave(mark);
    }
    return inOrder(mapping, kept);
  }

  private Value list(SequenceValue list, ListOf type, String goType, @Nullable Value before)
      throws DecodeFailure {
    List<Value> items = new ArrayList<>();
    String itemType = GoDecoding.itemType(goType, type);
    for (int i = 0; i < list.size(); i++) {
      DecodePath.Mark mark = path.enterIndex(i);
      Value old = before instanceof SequenceValue known && i < known.size() ? known.get(i) : null;
      Value now = value(list.get(i), type.items(), itemType, old);
      path.leave(mark);
      items.add(now.isNull() && old != null ? old : now);
    }
    return list.withItems(items);
  }

  /** Looks for names that were set again in what becomes maps and slices of interfaces. */
  private void anything(Value value) {
    if (value instanceof MappingValue mapping) {
      Set<String> seen = new HashSet<>();
      for (Entry entry : entries.of(mapping)) {
        if (!seen.add(entry.name())) {
          strict.duplicate(path.to(entry.name()));
        }
        DecodePath.Mark mark = path.enterKey(entry.name());
        anything(entry.value());
        path.leave(mark);
      }
    } else if (value instanceof SequenceValue list) {
      for (int i = 0; i < list.size(); i++) {
        DecodePath.Mark mark = path.enterIndex(i);
        anything(list.get(i));
        path.leave(mark);
      }
    } else if (GoDecoding.isTooLarge((ScalarValue) value)) {
      wrongType(GoDecoding.integerKind(value), "float64");
    }
  }

  private void scalar(Value value, Scalar type, String goType) throws DecodeFailure {
    if (type == Scalar.BYTES && value instanceof SequenceValue list) {
      bytes(list);
      return;
    }
    if (type == Scalar.ANY || (value instanceof ScalarValue scalar && type.accepts(scalar))) {
      return;
    }
    switch (type) {
      case QUANTITY -> throw new DecodeFailure(GoDecoding.quantityError(value));
      case INT_OR_STRING -> throw wrongTypeAt(GoDecoding.integerKind(value), "int32");
      case TIME, MICROTIME -> {
        if (value instanceof ScalarValue scalar && scalar.isString()) {
          throw new DecodeFailure(GoDecoding.timeError(type, scalar.text()));
        }
        throw wrongTypeAt(GoDecoding.kind(value), "string");
      }
      case BYTES -> {
        if (value instanceof ScalarValue scalar && scalar.isString()) {
          save(GoDecoding.base64Error(scalar.text()));
        } else {
          wrongType(GoDecoding.kind(value), goType);
        }
      }
      case INT32, INT64, NUMBER -> wrongType(GoDecoding.integerKind(value), goType);
      default -> wrongType(GoDecoding.kind(value), goType);
    }
  }

  private void bytes(SequenceValue list) {
    for (Value item : list.items()) {
      boolean isByte =
          item.isNull() || (item instanceof ScalarValue scalar && scalar.isInteger(0, MOST_BYTE));
      if (!isByte) {
        wrongType(GoDecoding.integerKind(item), BYTE);
      }
    }
  }

  private void wrongType(String kind, String goType) {
    save(path.wrongType(kind, goType));
  }

  /** Returns the failure of a type that decodes itself: nothing after it is looked at. */
  private DecodeFailure wrongTypeAt(String kind, String goType) {
    return new DecodeFailure(path.wrongType(kind, goType));
  }

  private void save(String message) {
    if (error == null) {
      error = message;
    }
  }

  private static Map<String, Value> kept(@Nullable Value before) {
    return before instanceof MappingValue old ? old.toMap() : new LinkedHashMap<>();
  }

  /** Returns what is kept of a mapping, in the order of the text. */
  private static MappingValue inOrder(MappingValue mapping, Map<String, Value> kept) {
    Map<String, Value> ordered = new LinkedHashMap<>();
    for (String name : mapping.keys()) {
      Value value = kept.get(name);
      if (value != null) {
        ordered.put(name, value);
      }
    }
    kept.forEach(ordered::putIfAbsent);
    return mapping.withEntries(ordered);
  }
}
