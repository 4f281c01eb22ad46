package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.registry.ServiceRanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceFlagsTest {

  private static ServiceRanges ranges(String... flags) {
    return ServiceFlags.ranges(ServerFlags.parse(flags));
  }

  @Test
  void withoutFlagsTheyAreUpstreamsDefaults() {
    assertThat(ranges()).isEqualTo(ServiceRanges.of("10.0.0.0/24"));
    assertThat(ranges("--service-cluster-ip-range=", "--service-node-port-range="))
        .isEqualTo(ServiceRanges.DEFAULTS);
  }

  @Test
  void kubeadmHasItsOwn() {
    assertThat(ServiceFlags.ranges(ServerFlags.kubeadm()))
        .isEqualTo(ServiceRanges.of("10.96.0.0/12"));
    assertThat(ServiceFlags.ranges(ServerFlags.defaults()))
        .isEqualTo(ServiceRanges.of("10.96.0.0/12"));
  }

  @Test
  void twoFamiliesCanBe() {
    assertThat(ranges("--service-cluster-ip-range=fd00::/112,10.0.0.0/16"))
        .isEqualTo(ServiceRanges.of("fd00::/112", "10.0.0.0/16"));
  }

  @ParameterizedTest
  @CsvSource({"8000-8009, 8000, 8009", "8000+9, 8000, 8009", "8000, 8000, 8000"})
  void aRangeOfPortsIsWrittenInThreeWays(String text, int first, int last) {
    assertThat(ranges("--service-node-port-range=" + text))
        .isEqualTo(ServiceRanges.DEFAULTS.withNodePorts(first, last));
  }
}
