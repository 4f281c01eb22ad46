package io.plimsoll.core.authn;

import static io.plimsoll.core.authn.Requests.NOW;
import static io.plimsoll.core.authn.Requests.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.authn.TokenReviewer.Answer;
import io.plimsoll.core.authn.TokenReviewer.Answer.Failure;
import io.plimsoll.core.authn.TokenReviewer.Answer.Status;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookTokenAuthenticatorTest {

  private static final User ALICE = new User("alice", "7", List.of("dev"), Map.of());

  private static Authentication ask(Answer answer, String... audiences) {
    AuthenticationRequest request =
        new AuthenticationRequest(Requests.http(), Cluster.empty(), NOW, List.of(audiences));
    return new WebhookTokenAuthenticator(spec -> answer, List.of("api")).authenticate("t", request);
  }

  @Test
  void aUserIsTakenOver() {
    assertThat(outcome(ask(Status.of(ALICE), "api"))).isEqualTo("alice/7[dev]");
  }

  @Test
  void withoutAudiencesTheServersOwnAreMeant() {
    assertThat(ask(Status.of(ALICE), "api", "b"))
        .isInstanceOfSatisfying(
            Authenticated.class, known -> assertThat(known.audiences()).containsExactly("api"));
    assertThat(outcome(ask(Status.of(ALICE), "b"))).isEqualTo("nothing");
  }

  @Test
  void audiencesOfTheAnswerCountEvenAgainstAnError() {
    Status refused = new Status(false, Optional.empty(), List.of("vault"), "revoked");

    assertThat(outcome(ask(refused, "api"))).isEqualTo("nothing");
    assertThat(outcome(ask(refused, "vault"))).isEqualTo("error: revoked");
    assertThat(outcome(ask(refused))).isEqualTo("error: revoked");
  }

  @Test
  void anUnknownTokenIsNobodys() {
    assertThat(outcome(ask(Status.unknown(), "api"))).isEqualTo("nothing");
  }

  @Test
  void aServiceThatFailsIsAnError() {
    assertThat(outcome(ask(new Failure("connection refused"))))
        .isEqualTo("error: connection refused");
  }

  @Test
  void theTokenIsNeverShown() {
    assertThat(new TokenReviewer.Spec("s3cret", List.of("api")).toString())
        .isEqualTo("review of a token for [api]");
  }
}
