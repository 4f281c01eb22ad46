package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeccompProfileRestrictedTest {

  private static final Judge SINCE_1_19 = Judge.of("seccompProfile_restricted", "v1.19");
  private static final Judge SINCE_1_25 = Judge.of("seccompProfile_restricted", "v1.25");

  @Test
  void containersHaveAProfileOrInheritThePods() {
    assertThat(SINCE_1_19.container("{'seccompProfile': {'type': 'RuntimeDefault'}}"))
        .isEqualTo(ALLOWED);
    assertThat(SINCE_1_19.spec("""
        {'securityContext': {'seccompProfile': {'type': 'Localhost'}},
         'containers': [{'name': 'a'}]}""")).isEqualTo(ALLOWED);
    assertThat(SINCE_1_19.spec("{'containers': [{'name': 'a'}, {'name': 'b'}]}"))
        .isEqualTo("seccompProfile (pod or containers \"a\", \"b\" must set"
            + " securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")");
  }

  @Test
  void aWrongProfileIsNamedBeforeAMissingOne() {
    assertThat(SINCE_1_19.spec("""
        {'securityContext': {'seccompProfile': {'type': 'Unconfined'}},
         'containers': [{'name': 'a'}]}"""))
        .isEqualTo("seccompProfile (pod must not set securityContext.seccompProfile.type to"
            + " \"Unconfined\")");
  }

  @Test
  void podsForWindowsAreExemptSince125() {
    String pod = "{'os': {'name': 'windows'}, 'containers': [{'name': 'a'}]}";

    assertThat(SINCE_1_19.spec(pod)).isNotEqualTo(ALLOWED);
    assertThat(SINCE_1_25.spec(pod)).isEqualTo(ALLOWED);
  }

  @Test
  void theFixGivesThePodTheDefaultAndReplacesWrongOnes() {
    assertThat(SINCE_1_25.fixed("""
        {'containers': [{'name': 'a'}, {'name': 'b', 'securityContext':
          {'seccompProfile': {'type': 'x', 'localhostProfile': 'y'}}}]}"""))
        .isEqualTo("{'containers':[{'name':'a'},{'name':'b','securityContext':"
            + "{'seccompProfile':{'type':'RuntimeDefault'}}}],"
            + "'securityContext':{'seccompProfile':{'type':'RuntimeDefault'}}}");
  }
}
