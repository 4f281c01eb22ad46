package io.plimsoll.core.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Data: answers of Kubernetes 1.37.2 to generated files, Apache-2.0. */
@Tag("conformance")
class EncryptionConformanceTest {

  /** The recordings cut a key with a colon in its name there. */
  private static final Pattern SHOWN = Pattern.compile("k8s:enc:[^:]*:[^:]*:[^:]*:");

  @Test
  void whatIsWrittenAndReadIsKubernetes() {
    Conformance.suite("secrets/encryption").lines(EncryptionConformanceTest::check);
  }

  private static void check(ConformanceCase recorded) {
    JsonNode json = recorded.json();
    EncryptionAtRest encryption;
    try {
      encryption =
          EncryptionAtRest.load(Source.of("encryption.yaml", json.get("config").asText()));
    } catch (EncryptionConfigurationException refused) {
      recorded.same(json.path("error").asText(), String.valueOf(refused.getMessage()));
      return;
    }
    if (json.has("error")) {
      recorded.mismatch(json.get("error").asText(), "no error");
      return;
    }
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (JsonNode resource : json.get("resources")) {
      expected.add(text(resource));
      actual.add(text(encryption, resource.get("resource").asText()));
    }
    recorded.same(expected, actual);
  }

  private static String text(JsonNode resource) {
    Map<String, String> reads = new TreeMap<>();
    for (JsonNode read : resource.get("reads")) {
      reads.put(
          read.get("stored").asText(),
          read.has("error") ? read.get("error").asText() : "stale: " + read.get("stale"));
    }
    return resource.get("resource").asText() + " -> " + resource.get("writes").asText() + " "
        + reads;
  }

  private static String text(EncryptionAtRest encryption, String name) {
    ResourceEncryption resource = encryption.of(name);
    List<StoredForm> forms = new ArrayList<>(encryption.forms());
    forms.add(StoredForm.unknown("k8s:enc:aescbc:v1:gone:"));
    Map<String, String> reads = new TreeMap<>();
    for (StoredForm form : forms) {
      reads.putIfAbsent(shown(form), text(resource.read(form)));
    }
    return name + " -> " + shown(resource.writer()) + " " + reads;
  }

  private static String text(ReadAnswer answer) {
    return answer instanceof ReadAnswer.Read readable
        ? "stale: " + readable.stale()
        : ((ReadAnswer.Failed) answer).error();
  }

  private static String shown(StoredForm form) {
    Matcher start = SHOWN.matcher(form.prefix());
    return start.lookingAt() ? start.group() : form.prefix();
  }
}
