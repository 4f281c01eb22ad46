package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.pod.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels, versions and pods that are not as they should be. */
class BadInputTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "restrict | must be one of privileged, baseline, restricted: \"restrict\"",
        "Restricted:latest | must be one of privileged, baseline, restricted: \"Restricted\"",
        "'' | must be one of privileged, baseline, restricted: \"\"",
        "baseline: | must be \"latest\" or \"v1.x\": \"\"",
        "baseline:1.25 | must be \"latest\" or \"v1.x\": \"1.25\"",
        "baseline:v2.0 | must be \"latest\" or \"v1.x\": \"v2.0\"",
        "baseline:v1.025 | must be \"latest\" or \"v1.x\": \"v1.025\"",
        "baseline:v1.25:x | must be \"latest\" or \"v1.x\": \"v1.25:x\""
      })
  void anUnknownLevelOrVersionIsNamed(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LevelVersion.parse(text))
        .withMessage(message);
  }

  @Test
  void aPodWithoutContainersIsJudgedByWhatItHas() {
    Manifests manifests = Manifests.read("pod.yaml", """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {containers: [], hostNetwork: true}
        """);
    Workload pod = Cluster.of(manifests.orThrow().objects()).workload("web");

    PodSecurityResult baseline = PodSecurity.evaluate(pod, LevelVersion.parse("baseline:latest"));

    assertThat(baseline.forbiddenDetail()).isEqualTo("host namespaces (hostNetwork=true)");
  }

  @Test
  void aPodWithoutASpecIsJudgedAsAnEmptyOne() {
    Manifests manifests =
        Manifests.read("pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n");
    Workload pod = Cluster.of(manifests.orThrow().objects()).workload("web");

    assertThat(PodSecurity.evaluate(pod, LevelVersion.parse("baseline:latest")).allowed())
        .isTrue();
    assertThat(
            PodSecurity.evaluate(pod, LevelVersion.parse("restricted:latest")).allowed())
        .isTrue();
  }
}
