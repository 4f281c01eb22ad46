package io.plimsoll.core.authn;

import io.plimsoll.testkit.ChainScenarioCredentials;
import io.plimsoll.testkit.Conformance;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Recorded requests, as far as they are a matter of who sends them. Data: a real kube-apiserver's answers, Apache-2.0. */
@Tag("conformance")
class AuthenticationConformanceTest {

  private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");

  private final ChainScenarioCredentials credentials = new ChainScenarioCredentials(NOW);

  @Test
  void usersAreThoseOfTheRecordings() {
    run("chain/authentication");
  }

  @Test
  void usersOfFlagsAreThoseOfTheRecordings() {
    run("chain/oidc-flags");
  }

  private void run(String suite) {
    Conformance.suite(suite)
        .documents(
            file -> file.get("scenarios"),
            scenario -> new ChainScenarioRun(scenario, credentials, NOW).run());
  }
}
