package io.plimsoll.core.authz;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeSecretTest {

  private static List<VolumeSecret> of(String spec) {
    return VolumeSecret.of(
        Fields.of(
            Documents.readOne(Source.of("spec", spec), Limits.DEFAULT).roots().get(0)),
        "claims");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cephfs", "flexVolume", "rbd", "scaleIO", "iscsi"})
  void mostSecretsAreWhereTheClaimIs(String source) {
    assertThat(of("{" + source + ": {secretRef: {name: s}}}"))
        .containsExactly(new VolumeSecret("claims", "s"));
    assertThat(of("{" + source + ": {secretRef: {name: s, namespace: infra}}}"))
        .containsExactly(new VolumeSecret("infra", "s"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cinder", "storageos"})
  void someSayThemselvesWhereTheyAre(String source) {
    assertThat(of("{" + source + ": {secretRef: {name: s}}}"))
        .containsExactly(new VolumeSecret("", "s"));
    assertThat(of("{" + source + ": {secretRef: {name: s, namespace: infra}}}"))
        .containsExactly(new VolumeSecret("infra", "s"));
  }

  @Test
  void azureNamesItsSecretOtherwise() {
    assertThat(of("{azureFile: {secretName: s}}")).containsExactly(new VolumeSecret("claims", "s"));
    assertThat(of("{azureFile: {secretName: s, secretNamespace: infra}}"))
        .containsExactly(new VolumeSecret("infra", "s"));
  }

  @Test
  void secretsForControllersAreNoneForKubelets() {
    assertThat(of("""
        csi:
          nodePublishSecretRef: {name: a, namespace: infra}
          nodeStageSecretRef: {name: b, namespace: infra}
          nodeExpandSecretRef: {name: c, namespace: infra}
          controllerPublishSecretRef: {name: d, namespace: infra}
          controllerExpandSecretRef: {name: e, namespace: infra}
        """))
        .containsExactly(
            new VolumeSecret("infra", "a"),
            new VolumeSecret("infra", "b"),
            new VolumeSecret("infra", "c"));
  }

  @Test
  void otherVolumesHaveNone() {
    assertThat(of("{hostPath: {path: /}}")).isEmpty();
  }
}
