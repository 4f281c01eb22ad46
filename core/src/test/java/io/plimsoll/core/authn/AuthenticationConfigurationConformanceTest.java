package io.plimsoll.core.authn;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.testkit.ChainScenarioCredentials;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a server that does not start says of its settings of authentication. Data: a real kube-apiserver's answers, Apache-2.0. */
@Tag("conformance")
class AuthenticationConfigurationConformanceTest {

  private static final Set<String> OWN =
      Set.of("authenticationConfiguration", "tokenFile", "oidc", "requestHeader", "anonymous");

  private final ChainScenarioCredentials credentials =
      new ChainScenarioCredentials(Instant.parse("2026-08-01T12:00:00Z"));

  @Test
  void errorsAreThoseOfTheRecordings() {
    Conformance.suite("chain/configuration")
        .documents(AuthenticationConfigurationConformanceTest::own, this::check);
  }

  /** The other scenarios of the file are about other stages. */
  private static List<JsonNode> own(JsonNode file) {
    List<JsonNode> scenarios = new ArrayList<>();
    for (JsonNode scenario : file.get("scenarios")) {
      if (scenario.path("server").properties().stream().anyMatch(e -> OWN.contains(e.getKey()))) {
        scenarios.add(scenario);
      }
    }
    return scenarios;
  }

  private void check(ConformanceCase scenario) {
    JsonNode response = scenario.json().get("response");
    String expected = response.path("startError").asText("");
    // What is wrong inside a CEL expression is not looked at.
    if (expected.contains("xpression: Invalid value: ")) {
      scenario.pending();
      return;
    }
    String error = "";
    try {
      new ChainScenarioServer(scenario.json(), credentials).authenticators();
    } catch (AuthenticationSettingsException refused) {
      error = String.valueOf(refused.getMessage());
    }
    scenario.same(expected, error);
  }
}
