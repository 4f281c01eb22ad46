package io.plimsoll.core.decode;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.schema.FieldValidation;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class StrictDecodingConformanceTest {

  @Test
  void whatTheApiServerRefusesIsRefusedInTheSameWords() {
    Conformance.suite("objects/strict-decoding").lines(StrictDecodingConformanceTest::check);
  }

  private static void check(ConformanceCase decoding) {
    JsonNode json = decoding.json();
    boolean unordered = json.path("unordered").asBoolean();

    Decoded strict = decode(json, FieldValidation.STRICT);
    Decoded lenient = decode(json, FieldValidation.IGNORE);

    decoding.same(
        inOrder(texts(json.path("strictErrors")), unordered),
        inOrder(strict.strictErrors(), unordered));
    if (!unordered) {
      decoding.same(
          GoMessages.comparable(json.get("error").asText()),
          GoMessages.comparable(message(strict)));
    }
    decoding.same(
        GoMessages.comparable(json.get("lenientError").asText()),
        GoMessages.comparable(message(lenient)));
  }

  private static Decoded decode(JsonNode json, FieldValidation validation) {
    return BodyDecoder.of(json.get("apiVersion").asText(), json.get("kind").asText())
        .decode(
            "application/" + json.get("format").asText(), json.get("input").asText(), validation);
  }

  private static String message(Decoded decoded) {
    return decoded instanceof Decoded.Refused refused ? refused.message() : "";
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static List<String> inOrder(List<String> errors, boolean unordered) {
    List<String> ordered = new ArrayList<>(errors);
    if (unordered) {
      ordered.sort(null);
    }
    return ordered;
  }
}
