package io.plimsoll.core.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.Fields;
import org.junit.jupiter.api.Test;

class PodReferencesTest {

  private static PodSpec spec(String yaml) {
    return PodSpec.from(Fields.of(
        Documents.readOne(Source.of("spec", yaml), Limits.DEFAULT).roots().get(0)));
  }

  @Test
  void secretsAreFoundInUpstreamsOrder() {
    PodSpec spec = spec("""
        imagePullSecrets: [{name: pull}, {}]
        ephemeralContainers: [{name: e, envFrom: [{secretRef: {name: ephemeral}}]}]
        containers:
          - name: c
            envFrom: [{secretRef: {name: env-from}}, {configMapRef: {name: map}}]
            env:
              - {name: A, valueFrom: {secretKeyRef: {name: key, key: k}}}
              - {name: B, value: x}
              - {name: C, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
        initContainers: [{name: i, envFrom: [{secretRef: {name: init}}]}]
        volumes:
          - {name: a, azureFile: {secretName: azure, shareName: s}}
          - {name: b, cephfs: {monitors: [], secretRef: {name: ceph}}}
          - {name: c, cinder: {volumeID: v, secretRef: {name: cinder}}}
          - {name: d, flexVolume: {driver: d, secretRef: {name: flex}}}
          - {name: e, projected: {sources: [{secret: {name: projected}}, {downwardAPI: {}}]}}
          - {name: f, rbd: {monitors: [], image: i, secretRef: {name: rbd}}}
          - {name: g, secret: {secretName: volume}}
          - {name: h, scaleIO: {gateway: g, system: s, secretRef: {name: scale}}}
          - {name: i, iscsi: {targetPortal: p, iqn: i, lun: 0, secretRef: {name: iscsi}}}
          - {name: j, storageos: {secretRef: {name: storageos}}}
          - {name: k, csi: {driver: d, nodePublishSecretRef: {name: csi}}}
          - {name: l, csi: {driver: d}}
          - {name: m, emptyDir: {}}
        """);

    assertThat(PodReferences.secretNames(spec))
        .containsExactly(
            "pull",
            "init",
            "env-from",
            "key",
            "ephemeral",
            "azure",
            "ceph",
            "cinder",
            "flex",
            "projected",
            "rbd",
            "volume",
            "scale",
            "iscsi",
            "storageos",
            "csi");
  }

  @Test
  void configMapsAreFoundInUpstreamsOrder() {
    PodSpec spec = spec("""
        containers:
          - name: c
            envFrom: [{configMapRef: {name: env-from}}, {secretRef: {name: secret}}, {configMapRef: {}}]
            env: [{name: A, valueFrom: {configMapKeyRef: {name: key, key: k}}}]
        volumes:
          - {name: a, projected: {sources: [{configMap: {name: projected}}]}}
          - {name: b, configMap: {name: volume}}
        """);

    assertThat(PodReferences.configMapNames(spec))
        .containsExactly("env-from", "key", "projected", "volume");
  }
}
