package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.FieldType.MapOf;
import io.plimsoll.core.schema.FieldType.Scalar;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.PatchStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The type of what is merged, and what a strategic merge patch does with its fields. Mirrors {@code PatchMetaFromStruct} of {@code
 * k8s.io/apimachinery/pkg/util/strategicpatch}.
 *
 * @param type the type
 * @param goType the type as Go prints it
 * @param pointer whether Go has a pointer to it
 */
record MergeSchema(FieldType type, String goType, boolean pointer) {

  /** A field's own schema and how its value is merged. */
  record Lookup(MergeSchema schema, boolean merges, boolean replaces, String mergeKey) {}

  static MergeSchema of(ObjectType type) {
    return new MergeSchema(type, type.goType(), false);
  }

  /** Returns what is known of a field that holds an object or a map. */
  Lookup struct(String key) throws PatchFailure {
    Field field = find(key);
    if (field == null) {
      if (!isStruct(type, goType)) {
        throw PatchFailure.internal(
            "merging an object in json but data type is not struct, instead is: "
                + kind(type, goType));
      }
      throw PatchFailure.internal("unable to find api field in struct "
          + goType.substring(goType.lastIndexOf('.') + 1) + " for the json field "
          + GoText.quote(key));
    }
    return new Lookup(
        new MergeSchema(field.type(), field.go().type(), field.go().pointer()),
        field.patchStrategies().contains(PatchStrategy.MERGE),
        field.patchStrategies().contains(PatchStrategy.REPLACE),
        field.mergeKey().orElse(""));
  }

  /** Returns what is known of a field that holds a list; the schema is that of the items. */
  Lookup slice(String key) throws PatchFailure {
    Lookup list = struct(key);
    MergeSchema schema = list.schema;
    if (schema.type instanceof ListOf of) {
      if (of.items() instanceof ListOf || of.items() == Scalar.BYTES) {
        throw PatchFailure.internal("unexpected slice of slice");
      }
      schema = new MergeSchema(of.items(), itemType(schema.goType, of), false);
    } else if (schema.type == Scalar.BYTES) {
      schema = new MergeSchema(Scalar.ANY, "uint8", false);
    } else if (!schema.pointer) {
      throw PatchFailure.internal("expected slice or array type, but got: " + name());
    }
    return new Lookup(schema, list.merges, list.replaces, list.mergeKey);
  }

  /** Returns the kind of the type: {@code struct}, {@code map}, {@code string}. */
  String name() {
    return pointer ? "ptr" : kind(type, goType);
  }

  private static String itemType(String goType, ListOf list) {
    return goType.startsWith("[]") ? goType.substring(2) : list.items().goType();
  }

  /** As Go's decoder of JSON, this finds a field that is spelled with other capitals if there is no other. */
  private @Nullable Field find(String key) {
    if (!(type instanceof ObjectType object)) {
      return null;
    }
    return object
        .field(key)
        .or(() -> object.fields().stream()
            .filter(field -> GoText.equalFold(field.name(), key))
            .findFirst())
        .orElse(null);
  }

  private static boolean isStruct(FieldType type, String goType) {
    return kind(type, goType).equals("struct");
  }

  private static String kind(FieldType type, String goType) {
    if (type instanceof Scalar scalar) {
      return switch (scalar) {
        case STRING -> "string";
        case BOOLEAN, INT32, INT64, NUMBER -> scalar.goType();
        case QUANTITY, INT_OR_STRING, TIME, MICROTIME -> "struct";
        case BYTES -> "slice";
        case ANY ->
          goType.startsWith("interface") ? "interface" : goType.contains(".") ? "struct" : goType;
      };
    }
    return type instanceof MapOf ? "map" : type instanceof ListOf ? "slice" : "struct";
  }
}
