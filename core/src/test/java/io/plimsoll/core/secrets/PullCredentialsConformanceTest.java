package io.plimsoll.core.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Data: answers of Kubernetes 1.37.2 to generated secrets, Apache-2.0. */
@Tag("conformance")
class PullCredentialsConformanceTest {

  @Test
  void whatIsTriedIsKubernetes() {
    Conformance.suite("secrets/pull-credentials").lines(PullCredentialsConformanceTest::check);
  }

  private static void check(ConformanceCase recorded) {
    JsonNode json = recorded.json();
    Keyring keyring = new Keyring();
    for (JsonNode secret : json.get("secrets")) {
      PullSecret read = PullSecret.of(secret(secret));
      if (!read.error().isEmpty()) {
        recorded.same(json.path("error").asText(), read.error());
        return;
      }
      read.config().ifPresent(config -> keyring.add(config, read.object().ref()));
    }
    if (json.has("error")) {
      recorded.mismatch(json.get("error").asText(), "no error");
      return;
    }
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (JsonNode lookup : json.get("lookups")) {
      boolean ordered = !lookup.path("unordered").asBoolean();
      String image = lookup.get("image").asText();
      expected.add(image + " " + texts(recorded(lookup.get("matches")), ordered));
      actual.add(image + " " + texts(keyring.lookup(image), ordered));
    }
    recorded.same(expected, actual);
  }

  private static KubeObject secret(JsonNode secret) {
    byte[] content = secret.get("content").asText().getBytes(StandardCharsets.UTF_8);
    return KubeObject.of((MappingValue) Value.from(Map.of(
        "apiVersion",
        "v1",
        "kind",
        "Secret",
        "metadata",
        Map.of("name", "pull", "namespace", "default"),
        "type",
        secret.get("type").asText(),
        "data",
        Map.of(secret.get("key").asText(), Base64.getEncoder().encodeToString(content)))));
  }

  private static List<PullCredential> recorded(JsonNode matches) {
    List<PullCredential> credentials = new ArrayList<>();
    matches.forEach(match -> credentials.add(new PullCredential(
        match.path("username").asText(),
        match.path("password").asText(),
        match.path("email").asText(),
        "",
        new ObjectRef("", "", "", ""))));
    return credentials;
  }

  private static List<String> texts(List<PullCredential> credentials, boolean ordered) {
    Stream<String> texts = credentials.stream()
        .map(one -> one.username() + ":" + one.password() + "<" + one.email() + ">");
    return (ordered ? texts : texts.sorted()).toList();
  }
}
