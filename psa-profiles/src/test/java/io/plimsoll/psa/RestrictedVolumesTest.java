package io.plimsoll.psa;

import static io.plimsoll.psa.Judge.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestrictedVolumesTest {

  private static final Judge JUDGE = Judge.of("restrictedVolumes", "v1.0");

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
  void typesThatStayInThePodAreAllowedWhateverElseIsSet(String type) {
    assertThat(JUDGE.spec("{'volumes': [{'name': 'v', 'hostPath': {}, '" + type + "': {}}]}"))
        .isEqualTo(ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostPath",
        "gcePersistentDisk",
        "awsElasticBlockStore",
        "gitRepo",
        "nfs",
        "iscsi",
        "glusterfs",
        "rbd",
        "flexVolume",
        "cinder",
        "cephfs",
        "flocker",
        "fc",
        "azureFile",
        "vsphereVolume",
        "quobyte",
        "azureDisk",
        "photonPersistentDisk",
        "portworxVolume",
        "scaleIO",
        "storageos"
      })
  void othersAreNot(String type) {
    assertThat(JUDGE.spec("{'volumes': [{'name': 'v', '" + type + "': {}}]}"))
        .isEqualTo(
            "restricted volume types (volume \"v\" uses restricted volume type \"" + type + "\")");
  }

  @Test
  void whatIsNotKnownIsNot() {
    assertThat(
            JUDGE.spec("{'volumes': [{'name': 'n', 'new': {}}, {'name': 'h', 'nfs': {}}, null]}"))
        .isEqualTo("restricted volume types (volumes \"n\", \"h\", \"\" use restricted volume"
            + " types \"nfs\", \"unknown\")");
  }

  @Test
  void findingsStandAtTheSourceIfItIsKnown() {
    assertThat(JUDGE.messages("{'spec': {'volumes': [{'name': 'n'}, {'name': 'h', 'nfs': {}}]}}"))
        .map(message -> message.substring(0, message.indexOf(':')))
        .containsExactly("spec.volumes[0]", "spec.volumes[1].nfs");
  }
}
