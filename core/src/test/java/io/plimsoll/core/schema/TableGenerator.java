package io.plimsoll.core.schema;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Makes the tables that the library carries from {@code kubernetes-v1.37.json}, the field table and resource catalogue of
 * Kubernetes, and from {@code structs.tsv}, which has what only the Go structs say: how strategic merge patches work, and the
 * types, embedding structs and pointers that messages show.
 *
 * <p>Run it with the JSON file and the directory of the resources as arguments.
 */
final class TableGenerator {

  private static final Set<String> KNOWN =
      Set.of("type", "required", "list", "keys", "map", "mergeKey", "default", "enum");

  private final JsonNode source;

  /** What structs.tsv has behind the name of a field, by the field's type and name, with the tab before it. */
  private final Map<String, String> structs = new HashMap<>();

  TableGenerator(Path json) throws IOException {
    this.source = new ObjectMapper().readTree(json.toFile());
    readStructs();
  }

  private void readStructs() throws IOException {
    try (InputStream in = TableGenerator.class.getResourceAsStream("structs.tsv")) {
      String type = "";
      for (String line :
          new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList()) {
        if (line.startsWith("\t")) {
          int end = line.indexOf('\t', 1);
          structs.put(type + line.substring(0, end), line.substring(end));
        } else {
          type = line;
        }
      }
    }
  }

  public static void main(String[] args) throws IOException {
    TableGenerator generator = new TableGenerator(Path.of(args[0]));
    Path target = Path.of(args[1]);
    Files.writeString(target.resolve("types.tsv"), generator.types(), StandardCharsets.US_ASCII);
    Files.writeString(
        target.resolve("resources.tsv"), generator.resources(), StandardCharsets.US_ASCII);
  }

  /** Returns the types by name, each with its kinds and fields by name. */
  String types() {
    Map<String, Set<String>> kinds = new TreeMap<>();
    source
        .get("kinds")
        .properties()
        .forEach(kind -> kinds
            .computeIfAbsent(kind.getValue().asText(), type -> new TreeSet<>())
            .add(kind.getKey()));
    StringBuilder table =
        new StringBuilder("kubernetes\t" + source.get("kubernetes").asText() + "\n");
    sorted(source.get("types")).forEach((name, fields) -> {
      table.append(name);
      kinds.getOrDefault(name, Set.of()).forEach(kind -> table.append('\t').append(kind));
      table.append('\n');
      sorted(fields).forEach((field, type) -> {
        String known = structs.getOrDefault(name + "\t" + field, "");
        table.append(field(field, type)).append(known).append('\n');
      });
    });
    return table.toString();
  }

  private static String field(String name, JsonNode field) {
    if (field.isTextual()) {
      return "\t" + name + "\t" + field.asText();
    }
    field.fieldNames().forEachRemaining(key -> require(KNOWN.contains(key), "no idea of " + key));
    StringBuilder line =
        new StringBuilder("\t" + name + "\t" + field.get("type").asText());
    if (field.path("required").asBoolean()) {
      line.append("\trequired");
    }
    for (String key : new String[] {"list", "map", "mergeKey", "default"}) {
      if (field.has(key)) {
        require(field.get(key).isTextual(), key + " is no text in " + name);
        line.append('\t').append(key).append('=').append(field.get(key).asText());
      }
    }
    for (String key : new String[] {"keys", "enum"}) {
      if (field.has(key)) {
        line.append('\t').append(key).append('=').append(words(field.get(key)));
      }
    }
    return line.toString();
  }

  /** Returns the resources in the order of the source. */
  String resources() {
    return elements(source.get("resources"))
        .map(resource -> Stream.of(
                resource.get("group").asText(),
                resource.get("version").asText(),
                resource.get("resource").asText(),
                resource.get("singular").asText(),
                resource.get("kind").asText(),
                words(resource.get("shortNames")),
                sorted(resource.get("subresources")).entrySet().stream()
                    .map(subresource -> subresource.getKey() + "=" + words(subresource.getValue()))
                    .collect(joining(";")),
                resource.get("namespaced").asBoolean() ? "namespaced" : "cluster",
                words(resource.get("verbs")))
            .collect(joining("\t", "", "\n")))
        .collect(joining());
  }

  private static Map<String, JsonNode> sorted(JsonNode object) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static String words(JsonNode array) {
    return elements(array).map(JsonNode::asText).collect(joining(","));
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
