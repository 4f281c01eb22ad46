package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppArmorProfilesTest {

  private static final String KEY = "container.apparmor.security.beta.kubernetes.io/";
  private static final Judge JUDGE = Judge.of("appArmorProfile", "v1.0");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{'appArmorProfile': null}",
        "{'appArmorProfile': {'type': 'RuntimeDefault'}}",
        "{'appArmorProfile': {'type': 'Localhost', 'localhostProfile': 'x'}}"
      })
  void profilesOfTheNodeAreAllowed(String securityContext) {
    assertThat(JUDGE.container(securityContext)).isEqualTo(ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({"'',true", "runtime/default,true", "localhost/,true", "unconfined,false", "x,false"})
  void annotationsAreHeldToTheSame(String value, boolean allowed) {
    String pod = "{'metadata': {'annotations': {'" + KEY + "nobody': '" + value + "'}}}";

    assertThat(JUDGE.pod(pod).equals(ALLOWED)).isEqualTo(allowed);
  }

  @Test
  void settersAndValuesAreNamed() {
    assertThat(JUDGE.pod("""
        {'metadata': {'annotations': {'%sb': 'unknown', '%sa': 'unconfined'}},
         'spec': {'securityContext': {'appArmorProfile': {'type': 'Unconfined'}},
                  'containers': [{'name': 'a', 'securityContext': {'appArmorProfile': {}}}]}}""".formatted(KEY, KEY)))
        .isEqualTo("forbidden AppArmor profiles (pod and container \"a\" and annotations must not"
            + " set AppArmor profile type to \"\", \"Unconfined\", \"" + KEY
            + "a=\"unconfined\"\", \"" + KEY + "b=\"unknown\"\")");
  }

  @Test
  void oneValueIsOneProfileWhoeverSetsIt() {
    assertThat(JUDGE.spec("""
        {'securityContext': {'appArmorProfile': {'type': 'Unconfined'}},
         'containers': [{'name': 'a',
                         'securityContext': {'appArmorProfile': {'type': 'Unconfined'}}}]}"""))
        .isEqualTo("forbidden AppArmor profile (pod and container \"a\" must not set AppArmor"
            + " profile type to \"Unconfined\")");
  }

  @Test
  void theFixTakesProfilesAndAnnotationsAway() {
    assertThat(JUDGE.fix("""
        {'metadata': {'annotations': {'%sa': 'unconfined'}},
         'spec': {'containers': [{'name': 'a', 'securityContext':
            {'appArmorProfile': {'type': 'Unconfined'}}}]}}""".formatted(KEY))).isEqualTo("""
            remove spec.containers[0].securityContext.appArmorProfile
            remove metadata.annotations[%sa]""".formatted(KEY));
  }
}
