package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the fields of a configuration with those its Go types have. Mirrors {@code sigs.k8s.io/json}. */
final class ConfigurationFields {

  private static final String STRING = "string";
  private static final String STRINGS = "[]string";
  private static final String ROOT = "PodSecurityConfiguration";
  private static final String DEFAULTS = "PodSecurityDefaults";
  private static final String EXEMPTIONS = "PodSecurityExemptions";

  /** Each Go type's fields and their types. */
  private static final Map<String, Map<String, String>> TYPES = Map.of(
      ROOT,
      Map.of("apiVersion", STRING, "kind", STRING, "defaults", DEFAULTS, "exemptions", EXEMPTIONS),
      DEFAULTS,
      Arrays.stream(Mode.values())
          .flatMap(mode -> Stream.of(mode.toString(), mode.versionName()))
          .collect(Collectors.toUnmodifiableMap(Function.identity(), field -> STRING)),
      EXEMPTIONS,
      Map.of("usernames", STRINGS, "namespaces", STRINGS, "runtimeClasses", STRINGS));

  /** The Go package of the types: the version of the API. */
  private final String goPackage;

  private final List<Problem> wrongTypes = new ArrayList<>();
  private final List<Problem> unknown = new ArrayList<>();
  private final List<Problem> all = new ArrayList<>();

  private ConfigurationFields(String apiVersion) {
    this.goPackage = apiVersion.substring(apiVersion.indexOf('/') + 1);
  }

  static ConfigurationDecoding check(Value tree) {
    ConfigurationFields check = new ConfigurationFields(Fields.of(tree).text("apiVersion"));
    check.walk(Fields.of(tree).tree(), FieldPath.ROOT, ROOT);
    List<Problem> located =
        check.all.stream().map(problem -> FieldErrors.locate(problem, tree)).toList();
    return new ConfigurationDecoding(check.message(), located);
  }

  private String message() {
    if (!wrongTypes.isEmpty()) {
      return wrongTypes.get(0).message();
    }
    return unknown.isEmpty()
        ? ""
        : unknown.stream()
            .map(Problem::message)
            .collect(Collectors.joining(", ", "strict decoding error: ", ""));
  }

  private void walk(MappingValue map, FieldPath path, String struct) {
    Map<String, String> fields = TYPES.getOrDefault(struct, Map.of());
    for (int i = 0; i < map.size(); i++) {
      FieldPath field = path.field(map.key(i));
      String type = fields.get(map.key(i));
      if (type == null) {
        report(unknown, "unknown-field", field, "unknown field " + GoText.quote(field.toString()));
      } else {
        value(map.value(i), field, type, struct + "." + field);
      }
    }
  }

  /** Null is absent, whatever the type. */
  private void value(Value value, FieldPath path, String type, String goField) {
    switch (type) {
      case STRING -> {
        if (!value.isNull() && !value.typeName().equals("string")) {
          mismatch(value, path, type, goField);
        }
      }
      case STRINGS -> {
        if (value instanceof SequenceValue list) {
          for (int i = 0; i < list.size(); i++) {
            value(list.get(i), path.index(i), STRING, goField);
          }
        } else if (!value.isNull()) {
          mismatch(value, path, type, goField);
        }
      }
      default -> {
        if (value instanceof MappingValue map) {
          walk(map, path, type);
        } else if (!value.isNull()) {
          mismatch(value, path, goPackage + "." + type, goField);
        }
      }
    }
  }

  private void mismatch(Value value, FieldPath path, String type, String goField) {
    String message = "json: cannot unmarshal " + value.typeName() + " into Go struct field "
        + goField + " of type " + type;
    report(wrongTypes, "wrong-type", path, message);
  }

  private void report(List<Problem> kind, String code, FieldPath path, String message) {
    Problem problem = Problem.error(code, null, message).at(path);
    kind.add(problem);
    all.add(problem);
  }
}
