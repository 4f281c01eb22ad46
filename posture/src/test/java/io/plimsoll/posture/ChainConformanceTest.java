package io.plimsoll.posture;

import io.plimsoll.testkit.ChainScenarioCredentials;
import io.plimsoll.testkit.Conformance;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded requests to a real kube-apiserver (Apache-2.0), answered by the whole chain. */
@Tag("conformance")
class ChainConformanceTest {

  private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");

  private final ChainScenarioCredentials credentials = new ChainScenarioCredentials(NOW);

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "authentication",
        "oidc-flags",
        "impersonation",
        "authorization",
        "rbac-escalation",
        "namespaces",
        "configuration",
        "pod-security",
        "service-account",
        "limits-and-quota",
        "always-deny",
        "validation",
        "stages",
        "plugins",
        "webhooks",
        "admission-policies"
      })
  void answersAreThoseOfTheRecordings(String group) {
    Conformance.suite("chain/" + group)
        .documents(
            file -> file.get("scenarios"),
            scenario -> new ChainScenario(scenario, credentials, NOW).run());
  }
}
