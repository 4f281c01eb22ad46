package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
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
import java.util.List;
import java.util.Optional;

/** Compares the fields of a configuration with those its Go types have. Mirrors {@code sigs.k8s.io/json}. */
final class ConfigurationFields {

  private final MappingValue root;

  /** The Go package of the types: the version of the API. */
  private final String goPackage;

  private final List<Problem> wrongTypes = new ArrayList<>();
  private final List<Problem> all = new ArrayList<>();

  private ConfigurationFields(MappingValue root, String apiVersion) {
    this.root = root;
    this.goPackage = apiVersion.substring(apiVersion.indexOf('/') + 1);
  }

  static ConfigurationFields check(MappingValue tree, ObjectType type, String apiVersion) {
    ConfigurationFields check = new ConfigurationFields(tree, apiVersion);
    check.walk(tree, FieldPath.ROOT, "", type);
    return check;
  }

  /** Returns what Go says of the first value of a wrong type, if there is one. */
  Optional<String> wrongType() {
    return wrongTypes.stream().map(Problem::message).findFirst();
  }

  /** Returns everything that is wrong, in the order of the tree. */
  List<Problem> problems() {
    return all;
  }

  /** Go's path of a field has no indices, and begins with the type that the field is in. */
  private void walk(MappingValue map, FieldPath path, String goPath, ObjectType type) {
    for (int i = 0; i < map.size(); i++) {
      FieldPath at = path.field(map.key(i));
      Field field = type.field(map.key(i)).orElse(null);
      if (field == null) {
        report("unknown-field", at, "unknown field " + GoText.quote(at.toString()));
      } else {
        String goField = goPath + "." + map.key(i);
        value(map.value(i), at, field.type(), type.simpleName(), goField);
      }
    }
  }

  /** Null is absent, whatever the type. */
  private void value(Value value, FieldPath path, FieldType type, String struct, String goField) {
    if (value.isNull() || type == Scalar.ANY) {
      return;
    }
    if (type instanceof ListOf list && value instanceof SequenceValue items) {
      for (int i = 0; i < items.size(); i++) {
        value(items.get(i), path.index(i), list.items(), struct, goField);
      }
    } else if (type instanceof MapOf map && value instanceof MappingValue entries) {
      for (int i = 0; i < entries.size(); i++) {
        value(entries.value(i), path.key(entries.key(i)), map.values(), struct, goField);
      }
    } else if (type instanceof ObjectType object && value instanceof MappingValue members) {
      walk(members, path, goField, object);
    } else if (!(type instanceof Scalar of
        && value instanceof ScalarValue scalar
        && of.accepts(scalar))) {
      String found = isInteger(type) ? GoDecoding.integerKind(value) : GoDecoding.kind(value);
      String message = "json: cannot unmarshal " + found + " into Go struct field " + struct
          + goField + " of type " + goType(type);
      wrongTypes.add(report("wrong-type", path, message));
    }
  }

  private static boolean isInteger(FieldType type) {
    return type == Scalar.INT32 || type == Scalar.INT64;
  }

  private String goType(FieldType type) {
    if (type instanceof ListOf list) {
      return "[]" + goType(list.items());
    }
    if (type instanceof MapOf map) {
      return "map[string]" + goType(map.values());
    }
    if (type instanceof ObjectType object) {
      // Types of other packages have these in their names.
      return object.name().indexOf('.') < 0
          ? goPackage + "." + object.simpleName()
          : object.goType();
    }
    return switch ((Scalar) type) {
      case BOOLEAN -> "bool";
      case INT32 -> "int32";
      case INT64 -> "int64";
      case NUMBER -> "float64";
      default -> "string";
    };
  }

  private Problem report(String code, FieldPath path, String message) {
    Problem problem = Problem.error(code, path.locate(root), message).at(path);
    all.add(problem);
    return problem;
  }
}
