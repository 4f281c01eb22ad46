package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeLinuxLabelsTest {

  private static final Judge SINCE_1_0 = Judge.of("seLinuxOptions", "v1.30");
  private static final Judge SINCE_1_31 = Judge.of("seLinuxOptions", "v1.31");

  @ParameterizedTest
  @ValueSource(strings = {"", "container_t", "container_init_t", "container_kvm_t"})
  void typesOfContainersAreAllowedAndLevelsAreFree(String type) {
    assertThat(SINCE_1_0.container("{'seLinuxOptions': {'type': '" + type
            + "', 'level': 's0', 'user': '', 'role': null}}"))
        .isEqualTo(ALLOWED);
  }

  @Test
  void containerEngineIsAllowedSince131() {
    String context = "{'seLinuxOptions': {'type': 'container_engine_t'}}";

    assertThat(SINCE_1_0.container(context))
        .isEqualTo("seLinuxOptions (container \"a\" set forbidden securityContext.seLinuxOptions:"
            + " type \"container_engine_t\")");
    assertThat(SINCE_1_31.container(context)).isEqualTo(ALLOWED);
  }

  @Test
  void typesUsersAndRolesAreNamedTogether() {
    assertThat(SINCE_1_31.spec("""
        {'securityContext': {'seLinuxOptions': {'type': 'foo'}},
         'containers': [
           {'name': 'e', 'securityContext': {'seLinuxOptions': {'user': 'u', 'type': 'bar'}}},
           {'name': 'f', 'securityContext': {'seLinuxOptions': {'role': 'r'}}}]}"""))
        .isEqualTo("seLinuxOptions (pod and containers \"e\", \"f\" set forbidden"
            + " securityContext.seLinuxOptions: types \"bar\", \"foo\"; user may not be set;"
            + " role may not be set)");
  }

  @Test
  void theFixTakesThemAway() {
    assertThat(SINCE_1_31.fixed(
            "{'securityContext': {'seLinuxOptions': {'type': 'x', 'level': 's0', 'role': 'r'}}}"))
        .isEqualTo("{'securityContext':{'seLinuxOptions':{'level':'s0'}}}");
  }
}
