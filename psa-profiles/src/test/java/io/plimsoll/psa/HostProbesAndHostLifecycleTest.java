package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostProbesAndHostLifecycleTest {

  private static final Judge JUDGE = Judge.of("hostProbesAndHostLifecycle", "v1.34");

  @Test
  void probesOfThePodItselfAreAllowed() {
    assertThat(JUDGE.spec("""
        {'containers': [{'name': 'a',
          'livenessProbe': {'httpGet': {'port': 80, 'host': ''}},
          'readinessProbe': {'grpc': {'port': 80, 'service': 'b.com'}},
          'lifecycle': {'preStop': {'tcpSocket': {'port': 80, 'host': null}}}}]}""")).isEqualTo(ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'livenessProbe': {'httpGet': {'host': 'x'}}",
        "'readinessProbe': {'tcpSocket': {'host': 'x'}}",
        "'startupProbe': {'httpGet': {'host': 'x'}}",
        "'lifecycle': {'postStart': {'httpGet': {'host': 'x'}}}",
        "'lifecycle': {'preStop': {'tcpSocket': {'host': 'x'}}}"
      })
  void hostsAreNotAllowedWhereverTheyAre(String field) {
    assertThat(JUDGE.spec("{'containers': [{'name': 'a', " + field + "}]}"))
        .isEqualTo("probe or lifecycle host (container \"a\" uses probe or lifecycle host \"x\")");
  }

  @Test
  void namesAreASortedSetUnlikeElsewhere() {
    assertThat(JUDGE.spec("""
        {'containers': [
          {'name': 'b', 'livenessProbe': {'httpGet': {'host': 'localhost'}}},
          {'name': 'a', 'livenessProbe': {'httpGet': {'host': '127.0.0.1'}}},
          {'name': 'b', 'livenessProbe': {'httpGet': {'host': 'localhost'}}}]}"""))
        .isEqualTo("probe or lifecycle host (containers \"a\", \"b\" use probe or lifecycle hosts"
            + " \"127.0.0.1\", \"localhost\")");
  }

  @Test
  void theFixTakesTheHostAway() {
    assertThat(JUDGE.fixed("{'containers': [{'livenessProbe': {'tcpSocket': {'host': 'x'}}}]}"))
        .isEqualTo("{'containers':[{'livenessProbe':{'tcpSocket':{}}}]}");
  }
}
