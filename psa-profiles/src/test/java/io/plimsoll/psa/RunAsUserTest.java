package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunAsUserTest {

  private static final Judge SINCE_1_23 = Judge.of("runAsUser", "v1.34");
  private static final Judge SINCE_1_35 = Judge.of("runAsUser", "v1.35");

  private static final String ROOT = """
      {'securityContext': {'runAsUser': 0}, 'hostUsers': %s,
       'initContainers': [{'name': 'init', 'securityContext': {'runAsUser': 0}}]}""";

  @Test
  void nobodySaysRoot() {
    assertThat(SINCE_1_23.container("{'runAsUser': 1000}")).isEqualTo(ALLOWED);
    assertThat(SINCE_1_23.container("{'runAsUser': null}")).isEqualTo(ALLOWED);
    assertThat(SINCE_1_23.spec(ROOT.formatted("true")))
        .isEqualTo("runAsUser=0 (pod and container \"init\" must not set runAsUser=0)");
  }

  @Test
  void podsWithUsersOfTheirOwnAreExemptSince135() {
    assertThat(SINCE_1_23.spec(ROOT.formatted("false"))).isNotEqualTo(ALLOWED);
    assertThat(SINCE_1_35.spec(ROOT.formatted("false"))).isEqualTo(ALLOWED);
    assertThat(SINCE_1_35.spec(ROOT.formatted("null"))).isNotEqualTo(ALLOWED);
  }

  @Test
  void theFixTakesItAway() {
    assertThat(SINCE_1_35.fixed("{'securityContext': {'runAsUser': 0, 'runAsGroup': 0}}"))
        .isEqualTo("{'securityContext':{'runAsGroup':0}}");
  }
}
