package io.plimsoll.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class StrictDecodingConformanceTest {

  @Test
  void whatTheApiServerRefusesIsRefusedForTheSameReason() {
    Conformance.suite("objects/strict-decoding").lines(StrictDecodingConformanceTest::check);
  }

  private static void check(ConformanceCase decoding) {
    JsonNode json = decoding.json();
    List<String> strictErrors = new ArrayList<>();
    json.path("strictErrors").forEach(error -> strictErrors.add(error.asText()));
    String expected = GoErrors.answer(json.get("error").asText(), strictErrors);

    String actual = new CreateRequest(
            json.get("apiVersion").asText(),
            json.get("kind").asText(),
            json.get("format").asText(),
            json.get("input").asText())
        .answer();

    // An error without a place is any error.
    boolean anyError = expected.equals(Answers.ERROR) && !actual.equals(Answers.ACCEPTED);
    decoding.same(expected, anyError ? expected : actual);
  }
}
