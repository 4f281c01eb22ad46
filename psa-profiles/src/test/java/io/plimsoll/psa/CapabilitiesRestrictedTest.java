package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CapabilitiesRestrictedTest {

  private static final Judge SINCE_1_22 = Judge.of("capabilities_restricted", "v1.22");
  private static final Judge SINCE_1_25 = Judge.of("capabilities_restricted", "v1.25");

  @Test
  void allMustBeDroppedAndOneMayBeAddedBack() {
    assertThat(SINCE_1_25.container(
            "{'capabilities': {'drop': ['CHOWN', 'ALL'], 'add': ['NET_BIND_SERVICE']}}"))
        .isEqualTo(ALLOWED);
    assertThat(SINCE_1_25.container("{'capabilities': {'drop': ['all']}}"))
        .isEqualTo("unrestricted capabilities (container \"a\""
            + " must set securityContext.capabilities.drop=[\"ALL\"])");
  }

  @Test
  void whatIsNotDroppedAndWhatIsAddedAreTwoParts() {
    assertThat(SINCE_1_25.spec("""
        {'containers': [
          {'name': 'a'},
          {'name': 'b', 'securityContext': {'capabilities': {'add': ['FOO']}}},
          {'name': 'c', 'securityContext': {'capabilities': {'drop': ['ALL'], 'add': ['BAR']}}}]}"""))
        .isEqualTo("unrestricted capabilities (containers \"a\", \"b\" must set"
            + " securityContext.capabilities.drop=[\"ALL\"]; containers \"b\", \"c\" must not"
            + " include \"BAR\", \"FOO\" in securityContext.capabilities.add)");
  }

  @Test
  void podsForWindowsAreExemptSince125() {
    String pod = "{'os': {'name': 'windows'}, 'containers': [{'name': 'a'}]}";

    assertThat(SINCE_1_22.spec(pod)).isNotEqualTo(ALLOWED);
    assertThat(SINCE_1_25.spec(pod)).isEqualTo(ALLOWED);
  }

  @Test
  void theFixDropsAllAndMakesWhatIsMissingOnTheWay() {
    assertThat(
            SINCE_1_25.fix(
                "{'spec': {'containers': [{'securityContext': {'capabilities': {'add': ['X']}}}, {'name': 'b'}]}}"))
        .isEqualTo("""
            add spec.containers[0].securityContext.capabilities.drop ["ALL"]
            add spec.containers[1].securityContext {}
            add spec.containers[1].securityContext.capabilities {}
            add spec.containers[1].securityContext.capabilities.drop ["ALL"]
            remove spec.containers[0].securityContext.capabilities.add[0]""");
  }
}
