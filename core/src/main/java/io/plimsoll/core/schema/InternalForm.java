package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Parts of objects as the API server's messages show them: {@code json.Marshal} of its own types, which print under their Go
 * names and leave nothing out ({@code {"Type":"x","RollingUpdate":null}}), while what they share with the API, such as
 * selectors, prints as it is written.
 */
public final class InternalForm {

  private InternalForm() {}

  /**
   * Returns a field of an object: {@code null} if it is absent and the API server's own type has a pointer there, else its zero
   * value. A field of a type whose form in Go is not known prints as it is written.
   */
  public static String field(MappingValue object, ObjectType type, String field) {
    GoStruct internal = GoStruct.internal(type);
    GoStruct struct = internal == null ? GoStruct.version(type) : internal;
    for (GoStruct.Member member : struct == null ? List.<GoStruct.Member>of() : struct.members()) {
      if (member.json().equals(field)) {
        return member(object, type, member);
      }
    }
    Field written = type.find(field);
    if (struct == null && written != null) {
      return pointer(object.get(field), written.type());
    }
    throw new IllegalArgumentException("not a field of " + type + ": \"" + field + "\"");
  }

  private static String pointer(@Nullable Value value, FieldType type) {
    return value == null || value.isNull() ? "null" : json(value, type);
  }

  /** Returns a value of a type; the zero value if it is absent. */
  public static String json(@Nullable Value value, FieldType type) {
    return json(value, type, true);
  }

  /** Returns a value of a type as the version's own type prints; the zero value if it is absent. */
  public static String ofVersion(@Nullable Value value, FieldType type) {
    return json(value, type, false);
  }

  private static String json(@Nullable Value value, FieldType type, boolean own) {
    if (type instanceof ObjectType objectType) {
      MappingValue object = value instanceof MappingValue map ? map : MappingValue.empty();
      GoStruct internal = own ? GoStruct.internal(objectType) : null;
      return '{'
          + (internal == null ? shared(object, objectType) : own(object, objectType, internal))
          + '}';
    }
    if (type instanceof ListOf list) {
      return value instanceof SequenceValue items ? list(items, list.items(), own) : "null";
    }
    if (type instanceof MapOf map) {
      return value instanceof MappingValue entries ? map(entries, map.values(), own) : "null";
    }
    return scalar(value == null ? WireForm.zero(type) : value);
  }

  private static String scalar(Value value) {
    return value instanceof ScalarValue scalar && scalar.isString()
        ? GoText.json(scalar.text())
        : value.toString();
  }

  private static String list(SequenceValue items, FieldType type, boolean own) {
    StringJoiner json = new StringJoiner(",", "[", "]");
    items.items().forEach(item -> json.add(json(item, type, own)));
    return json.toString();
  }

  private static String map(MappingValue entries, FieldType type, boolean own) {
    List<String> keys = new ArrayList<>(entries.keys());
    keys.sort(Comparator.comparing((String key) -> key, GoText::compare));
    StringJoiner json = new StringJoiner(",", "{", "}");
    keys.forEach(key -> json.add(GoText.json(key) + ':' + json(entries.get(key), type, own)));
    return json.toString();
  }

  /** Returns the fields of a type that has no tags. */
  private static String own(MappingValue object, ObjectType type, GoStruct struct) {
    StringJoiner json = new StringJoiner(",");
    for (GoStruct.Member member : struct.members()) {
      if (member.name().equals(GoStruct.METADATA)) {
        String metadata = metadata(object, type);
        if (!metadata.isEmpty()) {
          json.add(metadata);
        }
      } else {
        json.add(GoText.json(member.name()) + ':' + member(object, type, member));
      }
    }
    return json.toString();
  }

  private static String metadata(MappingValue object, ObjectType type) {
    Field metadata = type.find("metadata");
    return object.get("metadata") instanceof MappingValue fields
            && metadata != null
            && metadata.type() instanceof ObjectType metadataType
        ? shared(fields, metadataType)
        : "";
  }

  /**
   * Returns those fields of an object that are in a struct of their own within the API server's type, in its order.
   *
   * @param names the names of the fields in JSON
   */
  public static String embedded(MappingValue object, ObjectType type, List<String> names) {
    GoStruct internal = GoStruct.internal(type);
    StringJoiner json = new StringJoiner(",", "{", "}");
    for (GoStruct.Member member :
        internal == null ? List.<GoStruct.Member>of() : internal.members()) {
      if (names.contains(member.json())) {
        json.add(GoText.json(member.name()) + ':' + member(object, type, member));
      }
    }
    return json.toString();
  }

  private static String member(MappingValue object, ObjectType type, GoStruct.Member member) {
    String constant = member.constant();
    Field field = type.find(member.json());
    if (constant != null || field == null) {
      return constant == null ? "null" : constant;
    }
    Value value = object.get(member.json());
    return member.pointer() ? pointer(value, field.type()) : json(value, field.type());
  }

  /** Returns the fields of a type that is the API's own. */
  private static String shared(MappingValue object, ObjectType type) {
    MappingValue encoded = WireForm.encode(object, type);
    GoStruct struct = GoStruct.version(type);
    List<String> names = struct == null
        ? encoded.keys()
        : struct.members().stream().map(GoStruct.Member::json).toList();
    StringJoiner json = new StringJoiner(",");
    for (String name : names) {
      Value value = encoded.get(name);
      Field field = type.find(name);
      if (value != null && field != null) {
        json.add(
            GoText.json(name) + ':' + (value.isNull() ? "null" : ofVersion(value, field.type())));
      }
    }
    return json.toString();
  }
}
