package io.plimsoll.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class PatchConformanceTest {

  @Test
  void patchedDocumentsAndErrorsAreKubernetes() {
    Conformance.suite("objects/patch").lines(PatchConformanceTest::check);
  }

  private static void check(ConformanceCase patching) {
    JsonNode json = patching.json();
    MappingValue document = (MappingValue) tree(json.get("document").toString());
    String patch = json.has("patchText")
        ? json.get("patchText").asText()
        : json.get("patch").toString();

    PatchResult result = apply(json.get("type").asText(), document, patch);

    if (result instanceof PatchResult.Patched patched && json.has("result")) {
      patching.same(tree(json.get("result").toString()), patched.document());
    } else if (result instanceof PatchResult.Refused refused && json.has("error")) {
      patching.same(json.get("error").asText(), refused.message());
    } else {
      patching.mismatch(
          json.has("error") ? json.get("error").asText() : "a document", result.toString());
    }
  }

  private static PatchResult apply(String type, MappingValue document, String patch) {
    return switch (type) {
      case "json" -> JsonPatch.apply(document, patch);
      case "merge" -> JsonMergePatch.apply(document, patch);
      case "strategic" -> StrategicMergePatch.apply(document, patch, typeOf(document));
      default -> throw new IllegalArgumentException("no type of a patch: \"" + type + "\"");
    };
  }

  private static ObjectType typeOf(MappingValue document) {
    return Schema.kubernetes()
        .type(text(document, "apiVersion"), text(document, "kind"))
        .orElseThrow();
  }

  private static String text(MappingValue object, String name) {
    return ((ScalarValue) object.get(name)).text();
  }

  private static Value tree(String json) {
    return Value.parseJson(Source.of("case", json));
  }
}
