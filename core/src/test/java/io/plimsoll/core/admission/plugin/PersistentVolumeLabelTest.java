package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersistentVolumeLabelTest {

  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final String REGION = "topology.kubernetes.io/region";

  private static String volume(String metadata, String spec) {
    return "{apiVersion: v1, kind: PersistentVolume, metadata: {name: v" + metadata + "}, spec: {"
        + spec + "}}";
  }

  private static final String EBS = "awsElasticBlockStore: {volumeID: vol-1}";

  @Test
  void volumesAreLabelledAndBoundToTheirZones() {
    PersistentVolumeLabel plugin =
        new PersistentVolumeLabel(volume -> Map.of(ZONE, "b__a", REGION, "r"));
    Admission answer = TestCall.create(volume("", EBS)).admit(plugin);
    assertThat(answer.object()).contains(TestCall.tree("""
            apiVersion: v1
            kind: PersistentVolume
            metadata:
              name: v
              labels: {topology.kubernetes.io/region: r, topology.kubernetes.io/zone: b__a}
            spec:
              awsElasticBlockStore: {volumeID: vol-1}
              nodeAffinity:
                required:
                  nodeSelectorTerms:
                    - matchExpressions:
                        - {key: topology.kubernetes.io/region, operator: In, values: [r]}
                        - {key: topology.kubernetes.io/zone, operator: In, values: [a, b]}
            """));
  }

  @Test
  void whatTheVolumeSaysOfItsZonesStays() {
    PersistentVolumeLabel plugin = new PersistentVolumeLabel(volume -> Map.of(ZONE, "z"));
    String affinity = ", nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: "
        + ZONE + ", operator: In, values: [own]}]}]}}";
    MappingValue volume =
        TestCall.create(volume("", EBS + affinity)).admit(plugin).object().orElseThrow();
    assertThat(volume.get("spec")).isEqualTo(TestCall.tree("{" + EBS + affinity + "}"));
    assertThat(Trees.metadata(volume).stringMap("labels")).containsEntry(ZONE, "z");
  }

  @Test
  void provisionedVolumesHaveTheirLabelsAlready() {
    PersistentVolumeLabel plugin = new PersistentVolumeLabel(volume -> {
      throw new IllegalArgumentException("not asked");
    });
    String metadata = ", annotations: {pv.kubernetes.io/provisioned-by: x}, labels: {" + ZONE
        + ": z, " + REGION + ": r}";
    assertThat(TestCall.create(volume(metadata, EBS)).admit(plugin).object())
        .hasValueSatisfying(
            volume -> assertThat(Trees.spec(volume).has("nodeAffinity")).isTrue());
  }

  @Test
  void volumesThatTheProviderDoesNotKnowAreRefused() {
    PersistentVolumeLabel plugin = new PersistentVolumeLabel(volume -> {
      throw new IllegalArgumentException("no such disk");
    });
    assertThat(TestCall.refusal(TestCall.create(volume("", EBS)).admit(plugin)))
        .isEqualTo(TestCall.forbidden(
            "persistentvolumes", "v", "error querying AWS EBS volume vol-1: no such disk"));
    assertThat(TestCall.create(volume("", "hostPath: {path: /}")).admit(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create(volume("", EBS.replace("vol-1", "placeholder-for-provisioning")))
            .admit(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void zonesWithoutNameAreRefused() {
    PersistentVolumeLabel plugin = new PersistentVolumeLabel(volume -> Map.of(ZONE, "a__"));
    assertThat(TestCall.refusal(TestCall.create(volume("", EBS)).admit(plugin)))
        .endsWith("failed to convert label string for Zone: a__ to a Set");
  }
}
