package io.plimsoll.core.registry.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Persistent volumes, and where they are attached. */
class VolumesTest {

  private static final Strategy VOLUMES = new PersistentVolumeStrategy();
  private static final Strategy ATTACHMENTS = new VolumeAttachmentStrategy();
  private static final String START = "accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, ";

  private static String volume(String spec) {
    return "metadata: {name: v}\nspec: {" + spec + "}\n";
  }

  private static List<String> errors(String spec) {
    return Written.errors(Written.create(VOLUMES, volume(spec)));
  }

  @Test
  void aVolumeSaysHowMuchAndWhere() {
    assertThat(errors(START + "hostPath: {path: /data}")).isEmpty();
    assertThat(errors(""))
        .containsExactly(
            "spec.accessModes: Required value",
            "spec.capacity: Required value",
            "spec.capacity: Unsupported value: null: supported values: \"storage\"",
            "spec: Required value: must specify a volume type");
    assertThat(errors("accessModes: [ReadWriteOncePod, ReadWriteOnce, x], capacity: {storage: -1},"
            + " persistentVolumeReclaimPolicy: x, volumeMode: x, storageClassName: X_, nfs: {server: a, path: b},"
            + " cephfs: {monitors: [a]}"))
        .contains(
            "spec.accessModes: Unsupported value: \"x\": supported values: \"ReadOnlyMany\","
                + " \"ReadWriteMany\", \"ReadWriteOnce\", \"ReadWriteOncePod\"",
            "spec.accessModes: Forbidden: may not use ReadWriteOncePod with other access modes",
            "spec.capacity[storage]: Invalid value: -1: must be a valid resource quantity",
            "spec.capacity[storage]: Invalid value: \"-1\": must be greater than zero",
            "spec.persistentVolumeReclaimPolicy: Unsupported value: \"x\": supported values: \"Delete\","
                + " \"Recycle\", \"Retain\"",
            "spec.nfs.path: Invalid value: \"b\": must be an absolute path",
            "spec.cephFS: Forbidden: may not specify more than 1 volume type",
            "spec.volumeMode: Unsupported value: \"x\": supported values: \"Block\", \"Filesystem\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      gcePersistentDisk: {pdName: ''}       | spec.persistentDisk.pdName: Required value
      awsElasticBlockStore: {volumeID: ''}  | spec.awsElasticBlockStore.volumeID: Required value
      glusterfs: {endpoints: a, path: b, endpointsNamespace: ''} | spec.glusterfs.endpointsNamespace: Invalid value: "": if the endpointnamespace is set, it must be a valid namespace name
      rbd: {monitors: [a], image: ''}       | spec.rbd.image: Required value
      cephfs: {monitors: []}                | spec.cephfs.monitors: Required value
      iscsi: {targetPortal: a, iqn: x, lun: 0} | spec.iscsi.iqn: Invalid value: "x": must be valid format
      cinder: {volumeID: a, secretRef: {name: b}} | spec.cinder.secretRef.namespace: Required value
      azureFile: {secretName: a, shareName: b, secretNamespace: ''} | spec.azureFile.secretNamespace: Required value
      vsphereVolume: {volumePath: ''}       | spec.vsphereVolume.volumePath: Required value
      photonPersistentDisk: {pdID: ''}      | spec.photonPersistentDisk.pdID: Required value
      portworxVolume: {volumeID: ''}        | spec.portworxVolume.volumeID: Required value
      scaleIO: {gateway: a, system: b, volumeName: '', secretRef: {name: c}} | spec.scaleIO.volumeName: Required value
      local: {path: /data}                  | spec.nodeAffinity: Required value: Local volume requires node affinity
      storageos: {volumeName: ''}           | spec.storageos.volumeName: Required value
      csi: {driver: a.io, volumeHandle: ''} | spec.csi.volumeHandle: Required value
      csi: {driver: a.io, volumeHandle: h, nodeExpandSecretRef: {name: a}} | spec.csi.nodeExpandSecretRef.namespace: Required value
      flexVolume: {driver: ''}              | spec.flexVolume.driver: Required value
      """)
  void sources(String source, String error) {
    assertThat(errors(START + source)).containsExactly(error);
  }

  @Test
  void theRootOfANodeIsNotRecycled() {
    assertThat(
            errors(START + "persistentVolumeReclaimPolicy: Recycle, hostPath: {path: /data/../}"))
        .contains(
            "spec.persistentVolumeReclaimPolicy: Forbidden: may not be 'recycle' for a hostPath"
                + " mount of '/'");
  }

  @Test
  void defaults() {
    MappingValue stored =
        Written.stored(VOLUMES, volume(START + "azureDisk: {diskName: a, diskURI: 'https://x'}"));

    assertThat(Written.json(VOLUMES, stored, "spec"))
        .contains(
            "\"persistentVolumeReclaimPolicy\":\"Retain\"",
            "\"volumeMode\":\"Filesystem\"",
            "\"cachingMode\":\"ReadWrite\"");
    assertThat(Written.json(VOLUMES, stored, "status"))
        .contains("\"phase\":\"Pending\"", "\"lastPhaseTransitionTime\":\"2026-01-01T00:00:00Z\"");
  }

  @Test
  void evenAVolumeThatSaysNothingHasDefaults() {
    MappingValue nothing = Written.decoded(VOLUMES, "metadata: {name: data}");

    assertThat(Written.json(VOLUMES, nothing, "spec"))
        .contains("\"volumeMode\":\"Filesystem\"")
        .contains("\"persistentVolumeReclaimPolicy\":\"Retain\"");
  }

  @Test
  void aVolumeStaysWhereItIs() {
    String csi = START + "volumeAttributesClassName: gold, csi: {driver: a.io, volumeHandle: h%s}";
    MappingValue old = Written.stored(VOLUMES, volume(csi.formatted("")));

    String secret = ", controllerExpandSecretRef: {name: a, namespace: b}";
    assertThat(Written.errors(Written.update(VOLUMES, old, volume(csi.formatted(secret)))))
        .isEmpty();
    assertThat(Written.errors(Written.update(
            VOLUMES,
            old,
            volume(START + "volumeMode: Block, csi: {driver: b.io, volumeHandle: h}"))))
        .containsExactly(
            """
            spec.persistentvolumesource: Forbidden: spec.persistentvolumesource is immutable after creation
            @@ -21,7 +21,7 @@
              "Local": null,
              "StorageOS": null,
              "CSI": {
            -  "Driver": "a.io",
            +  "Driver": "b.io",
               "VolumeHandle": "h",
               "ReadOnly": false,
               "FSType": "",
            """,
            "volumeMode: Invalid value: \"Block\": field is immutable",
            "spec.volumeAttributesClassName: Forbidden: update from non-nil value to nil is forbidden");
  }

  @Test
  void affinityMayBeSaidOnce() {
    String affinity = START + "hostPath: {path: /a}, nodeAffinity: {required: {nodeSelectorTerms:"
        + " [{matchExpressions: [{key: %s, operator: Exists}]}]}}";
    MappingValue free = Written.stored(VOLUMES, volume(START + "hostPath: {path: /a}"));
    MappingValue bound = Written.updated(VOLUMES, free, volume(affinity.formatted("zone")));

    assertThat(Written.errors(Written.update(VOLUMES, bound, volume(affinity.formatted("rack")))))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("nodeAffinity: Invalid value: ")
        .endsWith("field is immutable, except for updating from beta label to GA");
  }

  @Test
  void volumesAreRemarked() {
    assertThat(Written.warnings(Written.create(
            VOLUMES,
            volume(
                START + "persistentVolumeReclaimPolicy: Recycle, rbd: {monitors: [a], image: b}"))))
        .containsExactly(
            "spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the"
                + " recommended approach is to use dynamic provisioning.",
            "spec.rbd: deprecated in v1.28, non-functional in v1.31+");
  }

  @Test
  void attachments() {
    String attachment =
        "metadata: {name: a}\nspec: {attacher: %s, nodeName: worker, source: {%s}}\n";
    assertThat(Written.errors(
            Written.create(ATTACHMENTS, attachment.formatted("a.io", "persistentVolumeName: v"))))
        .isEmpty();
    assertThat(Written.errors(Written.create(ATTACHMENTS, attachment.formatted("''", ""))))
        .containsExactly(
            "spec.source: Required value: must specify exactly one of inlineVolumeSpec and"
                + " persistentVolumeName",
            "spec.attacher: Required value");
    assertThat(
            Written.errors(
                Written.create(
                    ATTACHMENTS,
                    attachment.formatted(
                        "a.io",
                        "inlineVolumeSpec: {accessModes: [ReadWriteOnce], storageClassName: c, nfs: {server: a, path: /b}}"))))
        .containsExactly(
            "spec.source.inlineVolumeSpec.csi: Required value: has to be specified in the context of inline"
                + " volumes",
            "spec.source.inlineVolumeSpec.storageClassName: Forbidden: may not be specified in the context of"
                + " inline volumes");
    MappingValue old =
        Written.stored(ATTACHMENTS, attachment.formatted("a.io", "persistentVolumeName: v"));
    assertThat(Written.errors(Written.update(
            ATTACHMENTS, old, attachment.formatted("b.io", "persistentVolumeName: v"))))
        .containsExactly("spec: Invalid value: null: field is immutable");
  }
}
