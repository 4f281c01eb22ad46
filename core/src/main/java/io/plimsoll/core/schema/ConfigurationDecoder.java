package io.plimsoll.core.schema;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decodes one kind of an API server's own configuration files, strictly. Mirrors {@code runtime.Decode} over codecs with {@code
 * serializer.EnableStrict}, and {@code sigs.k8s.io/json}.
 *
 * <p>A file of another kind is refused first, then the first field of a wrong type, then all unknown and duplicate fields at once.
 *
 * @param group the API group
 * @param versions the versions that are served
 * @param kind the kind, which is the name of the outermost type, too
 * @param types each type's fields and their types: {@code string}, {@code bool}, {@code int}, {@code map} for anything by name,
 *     another type, or one of these after {@code []}
 */
public record ConfigurationDecoder(
    String group, Set<String> versions, String kind, Map<String, Map<String, String>> types) {

  private static final String JSON_ERROR = "couldn't get version/kind; json parse error: ";

  public ConfigurationDecoder {
    versions = Set.copyOf(versions);
    types = Map.copyOf(types);
  }

  /**
   * Decodes a file in YAML or JSON.
   *
   * @throws IllegalArgumentException if it is none of this kind, with upstream's message
   */
  public Fields decode(Source source) {
    Documents documents = Documents.readOne(source, Limits.DEFAULT);
    List<String> duplicates = new ArrayList<>();
    for (Problem problem : documents.problems()) {
      if (problem.code().equals("duplicate-key")) {
        duplicates.add(problem.message());
      } else if (problem.severity() == Severity.ERROR) {
        throw new IllegalArgumentException(JSON_ERROR + problem);
      }
    }
    Value root =
        documents.roots().isEmpty() ? MappingValue.empty() : documents.roots().get(0);
    check(root, duplicates);
    return Fields.of(root);
  }

  private void check(Value root, List<String> duplicates) {
    if (!(root instanceof MappingValue object)) {
      throw new IllegalArgumentException(
          JSON_ERROR + "json: cannot unmarshal " + root.typeName() + " into Go value");
    }
    checkKind(object);
    Findings findings = new Findings();
    walk(object, FieldPath.ROOT, kind, findings);
    if (!findings.wrongTypes.isEmpty()) {
      throw new IllegalArgumentException(findings.wrongTypes.get(0));
    }
    List<String> strict = new ArrayList<>(duplicates);
    strict.addAll(findings.unknown);
    if (!strict.isEmpty()) {
      throw new IllegalArgumentException("strict decoding error: " + String.join(", ", strict));
    }
  }

  private void checkKind(MappingValue object) {
    Fields fields = Fields.of(object);
    for (String name : List.of("apiVersion", "kind")) {
      Value value = fields.value(name);
      if (value != null && fields.string(name) == null) {
        throw new IllegalArgumentException(JSON_ERROR + "json: cannot unmarshal " + value.typeName()
            + " into Go struct field ." + name + " of type string");
      }
    }
    String apiVersion = fields.text("apiVersion");
    String found = fields.text("kind");
    if (apiVersion.indexOf('/') != apiVersion.lastIndexOf('/')) {
      throw new IllegalArgumentException("unexpected GroupVersion string: " + apiVersion);
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("Object 'Kind' is missing in '" + object + "'");
    }
    if (apiVersion.isEmpty() || apiVersion.endsWith("/")) {
      throw new IllegalArgumentException("Object 'apiVersion' is missing in '" + object + "'");
    }
    boolean served = apiVersion.startsWith(group + "/")
        && versions.contains(apiVersion.substring(group.length() + 1));
    if (!served || !found.equals(kind)) {
      throw new IllegalArgumentException("no kind " + GoText.quote(found)
          + " is registered for version " + GoText.quote(apiVersion));
    }
  }

  /** What is wrong, in the order of the tree. */
  private static final class Findings {
    private final List<String> wrongTypes = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
  }

  private void walk(MappingValue map, FieldPath path, String type, Findings findings) {
    Map<String, String> fields = types.getOrDefault(type, Map.of());
    for (int i = 0; i < map.size(); i++) {
      String name = map.key(i);
      FieldPath field = path.field(name);
      String expected = path.isRoot() && isHeader(name) ? "string" : fields.get(name);
      if (expected == null) {
        findings.unknown.add("unknown field " + GoText.quote(field.toString()));
      } else {
        value(map.value(i), field, expected, findings);
      }
    }
  }

  private static boolean isHeader(String name) {
    return name.equals("apiVersion") || name.equals("kind");
  }

  /** Null is absent, whatever the type. */
  private void value(Value value, FieldPath path, String type, Findings findings) {
    if (value.isNull()) {
      return;
    }
    if (type.startsWith("[]")) {
      if (value instanceof SequenceValue list) {
        for (int i = 0; i < list.size(); i++) {
          value(list.get(i), path.index(i), type.substring(2), findings);
        }
        return;
      }
    } else if (types.containsKey(type)) {
      if (value instanceof MappingValue map) {
        walk(map, path, type, findings);
        return;
      }
    } else if (isScalar(value, type)) {
      return;
    }
    findings.wrongTypes.add("json: cannot unmarshal " + value.typeName() + " into Go struct field "
        + kind + "." + path + " of type " + type);
  }

  private static boolean isScalar(Value value, String type) {
    return switch (type) {
      case "map" -> value instanceof MappingValue;
      case "int" -> value.typeName().equals("number");
      default -> value.typeName().equals(type);
    };
  }
}
