package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

  @ParameterizedTest(name = "{0} and {1} are equivalent: {2}")
  @CsvSource({
    "privileged:latest, privileged:v1.5, true",
    "baseline:latest, baseline:latest, true",
    "baseline:latest, baseline:v1.5, false",
    "baseline:latest, restricted:latest, false"
  })
  void policiesAreEquivalentIfEveryModeIs(String one, String other, boolean equivalent) {
    Policy policy = Policy.of(LevelVersion.parse(one));

    assertThat(policy.isEquivalentTo(Policy.of(LevelVersion.parse(other)))).isEqualTo(equivalent);
    for (Mode mode : Mode.values()) {
      Policy changed = changed(policy, mode, LevelVersion.parse(other));
      assertThat(policy.isEquivalentTo(changed)).isEqualTo(equivalent);
    }
  }

  @Test
  void aPolicyIsFullyPrivilegedIfEveryModeIs() {
    assertThat(Policy.PRIVILEGED.isFullyPrivileged()).isTrue();
    for (Mode mode : Mode.values()) {
      Policy changed = changed(Policy.PRIVILEGED, mode, LevelVersion.parse("baseline:v1.0"));
      assertThat(changed.isFullyPrivileged()).isFalse();
    }
  }

  @Test
  void aPolicyPrintsItsModes() {
    Policy policy = changed(Policy.PRIVILEGED, Mode.AUDIT, LevelVersion.parse("baseline:v1.5"));

    assertThat(policy)
        .hasToString("enforce=privileged:latest, audit=baseline:v1.5, warn=privileged:latest");
  }

  private static Policy changed(Policy policy, Mode mode, LevelVersion to) {
    return new Policy(
        mode == Mode.ENFORCE ? to : policy.enforce(),
        mode == Mode.AUDIT ? to : policy.audit(),
        mode == Mode.WARN ? to : policy.warn());
  }
}
