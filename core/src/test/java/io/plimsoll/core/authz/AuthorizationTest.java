package io.plimsoll.core.authz;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authz.Authorization.Decision;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AuthorizationTest {

  @Test
  void aReasonIsMadeWhenSomebodyAsksForIt() {
    AtomicInteger made = new AtomicInteger();

    Authorization answer = Authorization.allow(() -> "reason " + made.incrementAndGet());

    assertThat(answer.isAllowed()).isTrue();
    assertThat(made).hasValue(0);
    assertThat(answer.reason()).isEqualTo("reason 1");
  }

  @Test
  void answersAreEqualThatSayTheSame() {
    assertThat(Authorization.deny("x"))
        .isEqualTo(Authorization.deny("x"))
        .hasSameHashCodeAs(Authorization.deny("x"))
        .isNotEqualTo(Authorization.deny("y"))
        .isNotEqualTo(Authorization.noOpinion("x"))
        .isNotEqualTo(Authorization.deny("x").withError("e"));
    assertThat(Authorization.allow(() -> "x")).isEqualTo(Authorization.allow("x"));
  }

  @Test
  void anErrorWithoutATextIsAnErrorNevertheless() {
    assertThat(Authorization.noOpinion("").withError("").error()).contains("");
    assertThat(Authorization.noOpinion("").error()).isEmpty();
  }

  @Test
  void whatIsNotSupportedIsNoAnswerOfKubernetes() {
    Authorization answer = Authorization.unsupported("no CEL");

    assertThat(answer.isUnsupported()).isTrue();
    assertThat(answer.decision()).isEqualTo(Decision.DENY);
    assertThat(answer.error()).contains("no CEL");
    assertThat(answer).hasToString("Unsupported (no CEL)");
  }

  @Test
  void itIsPrintedWithWhatItSays() {
    assertThat(Authorization.noOpinion("No policy matched."))
        .hasToString("NoOpinion: No policy matched.");
    assertThat(Authorization.allow("")).hasToString("Allow");
    assertThat(Authorization.deny("r").withError("e")).hasToString("Deny: r (e)");
  }
}
