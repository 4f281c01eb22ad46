package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowPrivilegeEscalationTest {

  private static final Judge SINCE_1_8 = Judge.of("allowPrivilegeEscalation", "v1.24");
  private static final Judge SINCE_1_25 = Judge.of("allowPrivilegeEscalation", "v1.25");

  @Test
  void everyContainerMustSayFalse() {
    assertThat(SINCE_1_25.container("{'allowPrivilegeEscalation': false}")).isEqualTo(ALLOWED);
    assertThat(SINCE_1_25.spec("""
        {'initContainers': [{'name': 'a'}],
         'containers': [{'name': 'b', 'securityContext': {'allowPrivilegeEscalation': true}}],
         'ephemeralContainers': [{'name': 'c', 'securityContext': {}}]}"""))
        .isEqualTo("allowPrivilegeEscalation != false (containers \"a\", \"b\", \"c\""
            + " must set securityContext.allowPrivilegeEscalation=false)");
  }

  @Test
  void podsForWindowsAreExemptSince125() {
    String pod = "{'os': {'name': 'windows'}, 'containers': [{'name': 'a'}]}";

    assertThat(SINCE_1_8.spec(pod)).isNotEqualTo(ALLOWED);
    assertThat(SINCE_1_25.spec(pod)).isEqualTo(ALLOWED);
    assertThat(SINCE_1_25.spec("{'os': {'name': 'linux'}, 'containers': [{'name': 'a'}]}"))
        .isNotEqualTo(ALLOWED);
  }

  @Test
  void theFixSaysFalse() {
    assertThat(SINCE_1_25.fixed("{'containers': [{'name': 'a'}, {'securityContext': null}]}"))
        .isEqualTo("{'containers':"
            + "[{'name':'a','securityContext':{'allowPrivilegeEscalation':false}},"
            + "{'securityContext':{'allowPrivilegeEscalation':false}}]}");
  }
}
