package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostPortsTest {

  private static final Judge JUDGE = Judge.of("hostPorts", "v1.0");

  @Test
  void zeroHostPortIsAllowed() {
    assertThat(JUDGE.spec("""
        {'containers': [{'name': 'a', 'ports': [
          {'containerPort': 80}, {'hostPort': 0}, {'hostPort': null}, null]}]}""")).isEqualTo(ALLOWED);
  }

  @Test
  void anyOtherPortIsNotInContainersOfAllKinds() {
    assertThat(JUDGE.spec("{'containers': [{'name': 'b', 'ports': [{'hostPort': 20}]}]}"))
        .isEqualTo("hostPort (container \"b\" uses hostPort 20)");
    assertThat(JUDGE.spec("""
        {'initContainers': [{'name': 'b', 'ports': [{'hostPort': 9}, {'hostPort': 80}]}],
         'ephemeralContainers': [{'name': 'c', 'ports': [{'hostPort': 8080}, {'hostPort': -1}]}]}"""))
        .isEqualTo("hostPort (containers \"b\", \"c\" use hostPorts -1, 80, 8080, 9)");
  }

  @Test
  void theFixTakesTheHostPortAway() {
    assertThat(JUDGE.fixed("{'containers': [{'ports': [{'hostPort': 1, 'containerPort': 2}]}]}"))
        .isEqualTo("{'containers':[{'ports':[{'containerPort':2}]}]}");
  }

  @Test
  void theFindingIsData() {
    assertThat(
            JUDGE.messages("{'spec': {'containers': [{'name': 'a', 'ports': [{'hostPort': 1}]}]}}"))
        .containsExactly("spec.containers[0].ports[0].hostPort:"
            + " ports[0].hostPort of container \"a\" is 1; allowed: absent, 0");
  }
}
