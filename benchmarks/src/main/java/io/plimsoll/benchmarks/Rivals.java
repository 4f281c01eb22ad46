package io.plimsoll.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** How other libraries read the same text: without places in it, and with scalars that are not always those of kubectl. */
final class Rivals {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML =
      new YAMLMapper(YAMLFactory.builder().loaderOptions(wideLimits()).build());

  private Rivals() {}

  /** Reads YAML by SnakeYAML's own loader, into maps and lists. */
  static List<Object> snakeYaml(String text) {
    List<Object> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(wideLimits())).loadAll(text).forEach(documents::add);
    return documents;
  }

  /** Reads YAML by Jackson's YAML format, into its tree. */
  static List<JsonNode> jacksonYaml(String text) throws IOException {
    return read(YAML, text);
  }

  /** Reads JSON by Jackson, into its tree. */
  static List<JsonNode> jacksonJson(String text) throws IOException {
    return read(JSON, text);
  }

  private static List<JsonNode> read(ObjectMapper mapper, String text) throws IOException {
    try (MappingIterator<JsonNode> documents = mapper.readerFor(JsonNode.class).readValues(text)) {
      return documents.readAll();
    }
  }

  private static LoaderOptions wideLimits() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(64 << 20);
    return options;
  }
}
