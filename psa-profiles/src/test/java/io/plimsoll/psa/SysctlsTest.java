package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SysctlsTest {

  @ParameterizedTest
  @CsvSource({
    "v1.0,  kernel.shm_rmid_forced,             true",
    "v1.26, net.ipv4.ip_local_reserved_ports,   false",
    "v1.27, net.ipv4.ip_local_reserved_ports,   true",
    "v1.28, net.ipv4.tcp_keepalive_time,        false",
    "v1.29, net.ipv4.tcp_keepalive_time,        true",
    "v1.31, net.ipv4.tcp_wmem,                  false",
    "v1.32, net.ipv4.tcp_wmem,                  true",
    "v1.36, net.ipv4.tcp_notsent_lowat,         false",
    "v1.37, net.ipv4.tcp_notsent_lowat,         true",
    "v1.37, kernel.shm_rmid_forced,             true",
    "v1.37, kernel/shm_rmid_forced,             false",
    "v1.37, KERNEL.SHM_RMID_FORCED,             false"
  })
  void theSafeSubsetGrows(String version, String name, boolean allowed) {
    String judgement = Judge.of("sysctls", version)
        .spec("{'securityContext': {'sysctls': [{'name': '" + name + "', 'value': '1'}]}}");

    assertThat(judgement).isEqualTo(allowed ? ALLOWED : "forbidden sysctls (" + name + ")");
  }

  @Test
  void namesAreInTheOrderOfThePodWithDuplicates() {
    assertThat(Judge.of("sysctls", "v1.0")
            .spec(
                "{'securityContext': {'sysctls': [{'name': 'b'}, {'name': 'a'}, {'name': 'b'}]}}"))
        .isEqualTo("forbidden sysctls (b, a, b)");
  }

  @Test
  void theFixTakesTheParameterAway() {
    assertThat(Judge.of("sysctls", "v1.0").fixed("""
        {'securityContext': {'sysctls': [
          {'name': 'a'}, {'name': 'kernel.shm_rmid_forced'}, {'name': 'b'}]}}"""))
        .isEqualTo("{'securityContext':{'sysctls':[{'name':'kernel.shm_rmid_forced'}]}}");
  }
}
