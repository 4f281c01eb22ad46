package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostNamespacesTest {

  private static final Judge JUDGE = Judge.of("hostNamespaces", "v1.0");

  @Test
  void ofTheHostsNamespacesNoneIsShared() {
    assertThat(JUDGE.spec("{'hostNetwork': false, 'hostPID': null}")).isEqualTo(ALLOWED);
    assertThat(JUDGE.spec("{'hostIPC': true, 'hostPID': true, 'hostNetwork': true}"))
        .isEqualTo("host namespaces (hostNetwork=true, hostPID=true, hostIPC=true)");
  }

  @Test
  void theFixTakesThemAway() {
    assertThat(JUDGE.fixed("{'hostIPC': true, 'hostPID': false}")).isEqualTo("{'hostPID':false}");
  }
}
