package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.pod.PodSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlanceTest {

  private static PodSpec spec(String spec) {
    return Glance.of(Trees.json("{'spec': " + spec + "}")).spec();
  }

  @Test
  void whatNoCheckLooksAtIsLeftOut() {
    PodSpec spec = spec(
        "{'nodeName': 'n', 'hostname': 'h', 'containers': [{'name': 'a', 'env': [{'name': 'A'}],"
            + " 'ports': [{'containerPort': 80}], 'livenessProbe': {'httpGet': {'port': 80}},"
            + " 'startupProbe': {'tcpSocket': {'port': 80}}}]}");
    assertThat(spec).isEqualTo(spec("{'containers': [{'name': 'a'}]}"));
  }

  @Test
  void portsAndProbesMatterIfTheyNameTheHost() {
    PodSpec spec = spec(
        "{'containers': [{'ports': [{'containerPort': 80}, {'hostPort': 1}],"
            + " 'readinessProbe': {'httpGet': {'host': 'a'}}, 'startupProbe': {'tcpSocket': {'host': 'b'}}}]}");
    assertThat(spec.containers().get(0).ports()).hasSize(1);
    assertThat(spec.containers().get(0).readinessProbe()).isNotNull();
    assertThat(spec.containers().get(0).startupProbe()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "configMap",
        "csi",
        "downwardAPI",
        "emptyDir",
        "ephemeral",
        "image",
        "persistentVolumeClaim",
        "projected",
        "secret"
      })
  void volumesMatterUnlessRestrictedPodsMayUseThem(String type) {
    String volume = "{'volumes': [{'name': 'v', '" + type + "': %s}]}";
    assertThat(spec(volume.formatted("{}")).volumes()).isEmpty();
    assertThat(spec(volume.formatted("null")).volumes()).hasSize(1);
    assertThat(spec(volume.formatted("{}, 'hostPath': {'path': '/'}")).volumes())
        .hasSize(1);
    assertThat(
            VolumeTypes.isAllowed(Trees.pod(Trees.json("{'spec': " + volume.formatted("{}") + "}"))
                .spec()
                .volumes()
                .get(0)))
        .isTrue();
  }

  @Test
  void volumesWithoutASourceMatter() {
    assertThat(spec("{'volumes': [{'name': 'v'}, null, 'v', {'future': {}}]}").volumes())
        .hasSize(4);
  }
}
