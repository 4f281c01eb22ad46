package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilitiesBaselineTest {

  private static final Judge JUDGE = Judge.of("capabilities_baseline", "v1.0");

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "{}", "{'add': null}", "{'add': []}", "{'add': ['CHOWN', 'KILL']}"})
  void theDefaultSetMayBeAdded(String capabilities) {
    assertThat(JUDGE.container("{'capabilities': " + capabilities + "}")).isEqualTo(ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NET_RAW", "ALL", "chown", "CAP_CHOWN", ""})
  void anythingElseMayNot(String capability) {
    assertThat(JUDGE.container("{'capabilities': {'add': ['" + capability + "']}}"))
        .isEqualTo("non-default capabilities (container \"a\" must not include \"" + capability
            + "\" in securityContext.capabilities.add)");
  }

  @Test
  void namesAreInTheOrderOfThePodAndValuesSorted() {
    assertThat(JUDGE.spec("""
        {'containers': [
          {'name': 'b', 'securityContext': {'capabilities': {'add': ['FOO', 'BAR']}}},
          {'name': 'a', 'securityContext': {'capabilities': {'add': ['BAR', 'CHOWN']}}}]}"""))
        .isEqualTo("non-default capabilities (containers \"b\", \"a\" must not include"
            + " \"BAR\", \"FOO\" in securityContext.capabilities.add)");
  }

  @Test
  void theFixTakesItemsAwayFromTheBack() {
    assertThat(JUDGE.fixed("""
        {'containers': [{'securityContext': {'capabilities':
          {'add': ['FOO', 'CHOWN', 'BAR', 'KILL']}}}]}"""))
        .isEqualTo(
            "{'containers':[{'securityContext':{'capabilities':" + "{'add':['CHOWN','KILL']}}}]}");
  }
}
