package io.plimsoll.core.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.testkit.Conformance;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The records of pods against Kubernetes' own table of fields: a pod in which every field is set is decoded, and each field
 * must be found in its record.
 */
@Tag("conformance")
class PodSchemaTest {

  private static final String CONTAINER_STATUS = "the states of containers do not decide anything";
  private static final String CLAIM_STATUS = "the allocation of devices does not decide anything";

  /** The fields that no record has, and why. */
  private static final Map<String, String> LEFT_OUT = Map.ofEntries(
      Map.entry("core.v1.Pod.apiVersion", "the type of the record says it"),
      Map.entry("core.v1.Pod.kind", "the type of the record says it"),
      Map.entry("meta.v1.ObjectMeta.managedFields", "bookkeeping of server-side apply"),
      Map.entry("meta.v1.ObjectMeta.selfLink", "no server sets it any more"),
      Map.entry("core.v1.PodStatus.containerStatuses", CONTAINER_STATUS),
      Map.entry("core.v1.PodStatus.initContainerStatuses", CONTAINER_STATUS),
      Map.entry("core.v1.PodStatus.ephemeralContainerStatuses", CONTAINER_STATUS),
      Map.entry("core.v1.PodExtendedResourceClaimStatus.requestMappings", CLAIM_STATUS),
      Map.entry("core.v1.PodStatus.nodeAllocatableResourceClaimStatuses", CLAIM_STATUS),
      Map.entry("core.v1.PodStatus.allocatedResources", "what a node reports of a resize"),
      Map.entry("core.v1.PodStatus.resources", "what a node reports of a resize"),
      Map.entry("core.v1.PodStatus.resize", "what a node reports of a resize"),
      Map.entry("core.v1.PodStatus.observedGeneration", "what a node reports of an update"),
      Map.entry("core.v1.PodStatus.volumeHealth", "what a node reports of its volumes"));

  private final List<String> problems = new ArrayList<>();
  private MappingValue types = MappingValue.empty();
  private int samples;

  @BeforeEach
  void readSchema() throws IOException {
    Path file = Conformance.suite("schema")
        .data()
        .resolveSibling("schema")
        .resolve("kubernetes-v1.37.json");
    assumeTrue(Files.exists(file), () -> "no " + file);
    Value schema = Value.parseJson(Source.of("schema", Files.readString(file)));
    types = Fields.of(schema).object("types", Fields::tree, MappingValue.empty());
  }

  @Test
  void everyFieldOfAPodIsReadByItsRecord() {
    Value tree = sample("core.v1.Pod");

    compare("core.v1.Pod", "", tree, Pod.from(Fields.of(tree)));

    assertThat(problems).isEmpty();
  }

  @Test
  void everyFieldThatIsLeftOutExists() {
    assertThat(LEFT_OUT.keySet())
        .allSatisfy(field -> assertThat(types.get(field.substring(0, field.lastIndexOf('.'))))
            .isInstanceOfSatisfying(
                MappingValue.class,
                type ->
                    assertThat(type.keys()).contains(field.substring(field.lastIndexOf('.') + 1))));
  }

  /** Returns a value of the type in which everything is set, and no two scalars of a kind are equal but for booleans. */
  private Value sample(String type) {
    if (type.startsWith("[]")) {
      return SequenceValue.of(List.of(sample(type.substring(2))));
    }
    if (type.startsWith("{}")) {
      return MappingValue.of(Map.of("key" + ++samples, sample(type.substring(2))));
    }
    samples++;
    return switch (type) {
      case "string", "bytes" -> ScalarValue.of("text" + samples);
      case "boolean" -> ScalarValue.of(true);
      case "integer", "int32", "int64", "number", "int-or-string" -> ScalarValue.of(samples);
      case "quantity" -> ScalarValue.of(samples + "Mi");
      case "time", "microtime" -> ScalarValue.of("2026-01-01T00:00:%02dZ".formatted(samples % 60));
      default -> object(type);
    };
  }

  private Value object(String type) {
    Map<String, Value> members = new LinkedHashMap<>();
    MappingValue fields = fields(type);
    for (String field : fields.keys()) {
      if (!LEFT_OUT.containsKey(type + "." + field)) {
        members.put(field, sample(typeOf(fields, field)));
      }
    }
    return MappingValue.of(members);
  }

  private MappingValue fields(String type) {
    assertThat(types.get(type)).as(type).isInstanceOf(MappingValue.class);
    return (MappingValue) Objects.requireNonNull(types.get(type));
  }

  private static String typeOf(MappingValue fields, String field) {
    Value type = Objects.requireNonNull(fields.get(field));
    return type instanceof ScalarValue name ? name.text() : Fields.of(type).text("type");
  }

  private void compare(String type, String path, Value tree, Object actual) {
    if (actual == null) {
      problems.add(path + " is not read");
    } else if (tree instanceof SequenceValue list && actual instanceof List<?> items) {
      if (items.size() == 1) {
        compare(type.substring(2), path + "[0]", list.get(0), items.get(0));
      } else {
        problems.add(path + " is not read");
      }
    } else if (type.startsWith("{}") && actual instanceof Map<?, ?> entries) {
      MappingValue map = (MappingValue) tree;
      compare(type.substring(2), path + "{}", map.value(0), entries.get(map.key(0)));
    } else if (tree instanceof MappingValue map && actual instanceof Record object) {
      compareRecord(type, path, map, object);
    } else if (!(tree instanceof ScalarValue scalar) || !isSame(type, scalar.text(), actual)) {
      problems.add(path + " reads " + tree + " as " + actual);
    }
  }

  private static boolean isSame(String type, String text, Object actual) {
    return type.equals("quantity")
        ? Quantity.parse(text).equals(actual)
        : text.equals(actual.toString());
  }

  private void compareRecord(String type, String path, MappingValue tree, Record object) {
    Map<String, Object> components = components(object);
    if (object instanceof EphemeralContainer ephemeral) {
      components.remove("container");
      components.putAll(components(ephemeral.container()));
    }
    for (String field : tree.keys()) {
      compare(
          typeOf(fields(type), field),
          path + "." + field,
          Objects.requireNonNull(tree.get(field)),
          components.get(field));
    }
    components.keySet().stream()
        .filter(name -> tree.get(name) == null)
        .forEach(name -> problems.add(path + "." + name + " is no field of " + type));
    compareWithBuilt(path, object);
  }

  private static Map<String, Object> components(Record object) {
    Map<String, Object> components = new LinkedHashMap<>();
    for (RecordComponent component : object.getClass().getRecordComponents()) {
      components.put(component.getName(), call(object, component.getAccessor()));
    }
    return components;
  }

  /** A builder that starts with a record's parts makes an equal record. */
  private void compareWithBuilt(String path, Record object) {
    Arrays.stream(object.getClass().getMethods())
        .filter(method -> method.getName().equals("toBuilder"))
        .map(method -> call(object, method))
        .map(builder -> call(builder, build(builder)))
        .filter(built -> !built.equals(object))
        .forEach(built -> problems.add(path + " is built as " + built));
  }

  private static Method build(Object builder) {
    return Arrays.stream(builder.getClass().getMethods())
        .filter(method -> method.getName().equals("build"))
        .findFirst()
        .orElseThrow();
  }

  private static Object call(Object target, Method method) {
    try {
      return method.invoke(target);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError(method.toString(), e);
    }
  }
}
