package io.plimsoll.core.authn;

import static io.plimsoll.core.authn.Requests.outcome;
import static io.plimsoll.core.authn.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.authn.Authentication.Failed;
import io.plimsoll.core.authn.Authentication.NoOpinion;
import io.plimsoll.core.authn.Authentication.Undecided;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnionAuthenticatorTest {

  private static final Authenticator NOBODY = request -> Authentication.NO_OPINION;
  private static final Authenticator ALICE = request ->
      new Authenticated(new User("alice", "", List.of(), Map.of()), List.of(), List.of("hello"));
  private static final Authenticator UNKNOWN =
      request -> new Undecided("who knows", List.of(), Map.of());

  private static Authenticator wrong(String error) {
    return request -> Authentication.failed(error);
  }

  private static Authentication ask(Authenticator union) {
    return union.authenticate(request(Requests.http()));
  }

  @Test
  void aLaterSuccessCountsInSpiteOfAnError() {
    assertThat(outcome(ask(UnionAuthenticator.of(List.of(NOBODY, wrong("a"), ALICE)))))
        .isEqualTo("alice/[]");
  }

  @Test
  void errorsAreAddedUpAndNamedOnce() {
    Authenticator nested = UnionAuthenticator.of(List.of(wrong("b"), wrong("a")));

    assertThat(outcome(ask(UnionAuthenticator.of(List.of(wrong("a"), nested, NOBODY)))))
        .isEqualTo("error: [a, b]");
  }

  @Test
  void theFirstErrorEndsAUnionThatFailsOnErrors() {
    assertThat(outcome(ask(UnionAuthenticator.failingOnError(List.of(NOBODY, wrong("a"), ALICE)))))
        .isEqualTo("error: a");
  }

  @Test
  void nobodyHasNoOpinion() {
    assertThat(ask(UnionAuthenticator.of(List.of()))).isSameAs(Authentication.NO_OPINION);
    assertThat(ask(UnionAuthenticator.failingOnError(List.of(NOBODY))))
        .isSameAs(Authentication.NO_OPINION);
  }

  @Test
  void whatCannotBeDecidedEndsTheUnion() {
    assertThat(outcome(ask(UnionAuthenticator.of(List.of(wrong("a"), UNKNOWN, ALICE)))))
        .isEqualTo("undecided: who knows");
    assertThat(outcome(ask(UnionAuthenticator.of(List.of(ALICE, UNKNOWN))))).isEqualTo("alice/[]");
  }

  @Test
  void warningsAndAnnotationsStayWhoeverSucceeds() {
    Authenticator warner =
        request -> new NoOpinion(List.of("hello", "beware"), Map.of("key", "first"));
    Authenticator failing =
        request -> new Failed(List.of("a"), List.of(), Map.of("key", "second", "other", "x"));

    Authentication answer = ask(UnionAuthenticator.of(List.of(warner, failing, ALICE)));

    assertThat(answer.warnings()).containsExactly("hello", "beware");
    assertThat(answer.auditAnnotations())
        .containsOnly(Map.entry("key", "first"), Map.entry("other", "x"));
  }
}
