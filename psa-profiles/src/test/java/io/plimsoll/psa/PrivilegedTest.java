package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrivilegedTest {

  private static final Judge JUDGE = Judge.of("privileged", "v1.0");

  @Test
  void noContainerIsPrivileged() {
    assertThat(JUDGE.container("{'privileged': false}")).isEqualTo(ALLOWED);
    assertThat(JUDGE.container("{'privileged': true}"))
        .isEqualTo("privileged (container \"a\" must not set securityContext.privileged=true)");
  }

  @Test
  void containersOfAllKindsAreNamedInTheirOrder() {
    assertThat(JUDGE.spec("""
        {'ephemeralContainers': [{'name': 'a', 'securityContext': {'privileged': true}}],
         'containers': [{'name': 'd', 'securityContext': {'privileged': true}}],
         'initContainers': [{'name': 'd', 'securityContext': {'privileged': true}}]}"""))
        .isEqualTo("privileged (containers \"d\", \"d\", \"a\""
            + " must not set securityContext.privileged=true)");
  }

  @Test
  void theFixTakesItAway() {
    assertThat(JUDGE.fixed("{'containers': [{'securityContext': {'privileged': true}}]}"))
        .isEqualTo("{'containers':[{'securityContext':{}}]}");
  }
}
