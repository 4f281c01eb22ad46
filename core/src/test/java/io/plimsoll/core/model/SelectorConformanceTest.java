package io.plimsoll.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Label selectors, label queries and field queries: their errors, canonical texts and what they match. */
@Tag("conformance")
class SelectorConformanceTest {

  @Test
  void selectorsMeanWhatUpstreamSays() {
    Conformance.suite("objects/selector").lines(SelectorConformanceTest::judge);
  }

  /** A selector of whichever form: its canonical text and its answer. */
  private record Answer(String canonical, Predicate<Map<String, String>> matches) {}

  private static void judge(ConformanceCase c) {
    JsonNode expected = c.json();
    Answer answer;
    try {
      answer = answer(expected.get("form").asText(), expected.get("selector"));
    } catch (IllegalArgumentException e) {
      c.same(expected.path("error").asText("no error"), e.getMessage());
      return;
    }
    if (expected.has("error")) {
      c.mismatch(expected.get("error").asText(), answer.canonical());
      return;
    }
    c.same(expected.get("canonical").asText(), answer.canonical());
    for (JsonNode set : expected.get("sets")) {
      JsonNode values = set.has("labels") ? set.get("labels") : set.get("fields");
      c.same(set.get("matches").asBoolean(), answer.matches().test(map(values)));
    }
  }

  private static Answer answer(String form, JsonNode selector) {
    switch (form) {
      case "LabelSelector" -> {
        Selector parsed = Selector.from(labelSelector(selector));
        return new Answer(parsed.toString(), parsed::matches);
      }
      case "labels" -> {
        Selector parsed = Selector.parse(selector.asText());
        return new Answer(parsed.toString(), parsed::matches);
      }
      case "fields" -> {
        FieldSelector parsed = FieldSelector.parse(selector.asText());
        return new Answer(parsed.toString(), parsed::matches);
      }
      default -> throw new AssertionError("unknown form " + form);
    }
  }

  private static LabelSelector labelSelector(JsonNode selector) {
    Value tree = Value.parseJson(Source.of("selector", selector.toString()));
    return tree instanceof MappingValue ? LabelSelector.from(Fields.of(tree)) : null;
  }

  private static Map<String, String> map(JsonNode values) {
    Map<String, String> map = new HashMap<>();
    values
        .properties()
        .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
    return map;
  }
}
