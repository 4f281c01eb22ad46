package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryTest {

  private static final String BASELINE_V1_0 =
      "appArmorProfile capabilities_baseline hostNamespaces hostPathVolumes hostPorts privileged"
          + " procMount seLinuxOptions seccompProfile_baseline sysctls windowsHostProcess";

  static Stream<Arguments> plans() {
    String v1_0 = BASELINE_V1_0.replace("hostPathVolumes ", "");
    String v1_19 = v1_0.replace("seccompProfile_baseline ", "");
    String v1_22 = v1_19.replace("capabilities_baseline ", "");
    String v1_34 = v1_22.replace("hostPorts", "hostPorts hostProbesAndHostLifecycle");
    String v1_35 = v1_34.replace("procMount ", "");
    return Stream.of(
        arguments("baseline", 0, BASELINE_V1_0),
        arguments("baseline", 33, BASELINE_V1_0),
        arguments(
            "baseline",
            34,
            BASELINE_V1_0.replace("hostPorts", "hostPorts hostProbesAndHostLifecycle")),
        arguments("restricted", 0, v1_0 + " restrictedVolumes runAsNonRoot"),
        arguments(
            "restricted", 8, v1_0 + " allowPrivilegeEscalation restrictedVolumes runAsNonRoot"),
        arguments(
            "restricted",
            19,
            v1_19 + " allowPrivilegeEscalation restrictedVolumes runAsNonRoot"
                + " seccompProfile_restricted"),
        arguments(
            "restricted",
            22,
            v1_22 + " allowPrivilegeEscalation capabilities_restricted restrictedVolumes"
                + " runAsNonRoot seccompProfile_restricted"),
        arguments(
            "restricted",
            23,
            v1_22 + " allowPrivilegeEscalation capabilities_restricted restrictedVolumes"
                + " runAsNonRoot runAsUser seccompProfile_restricted"),
        arguments(
            "restricted",
            34,
            v1_34 + " allowPrivilegeEscalation capabilities_restricted restrictedVolumes"
                + " runAsNonRoot runAsUser seccompProfile_restricted"),
        arguments(
            "restricted",
            37,
            v1_35 + " allowPrivilegeEscalation capabilities_restricted procMount_restricted"
                + " restrictedVolumes runAsNonRoot runAsUser seccompProfile_restricted"));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void theChecksOfAPolicyAreThoseOfTheStandardInItsOrder(String level, int minor, String ids) {
    Registry.Plan plan = Registry.of(Check.standard()).plan(Level.parse(level), Version.of(minor));

    assertThat(IntStream.range(0, plan.size()).mapToObj(plan::id).collect(Collectors.joining(" ")))
        .isEqualTo(ids);
  }

  @Test
  void theNewestVersionIsThatOfTheNewestRevision() {
    assertThat(Registry.of(Check.standard()).newest()).isEqualTo(Version.of(37));
    assertThat(Check.standard()).hasSize(19);
    assertThat(Check.experimental()).isEmpty();
  }
}
