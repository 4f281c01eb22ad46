package io.plimsoll.core.registry.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VolumeRulesTest {

  @Test
  void namesAreUniqueAndEachVolumeHasOneKind() {
    var pod = Pods.withSpec("""
        volumes: [{name: a}, {name: a, emptyDir: {}}, {name: B_, hostPath: {path: a/../b, type: Dir}}, {name: c, emptyDir: {sizeLimit: -1}, hostPath: {}}]
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.volumes[1].name: Duplicate value: \"a\"",
            "spec.volumes[2].hostPath.path: Invalid value: \"a/../b\": must not contain '..'",
            "spec.volumes[2].hostPath.type: Unsupported value: \"Dir\": supported values: \"\", \"BlockDevice\", \"CharDevice\", \"Directory\", \"DirectoryOrCreate\", \"File\", \"FileOrCreate\", \"Socket\"",
            "spec.volumes[2].name: Invalid value: \"B_\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. …)",
            "spec.volumes[3].emptyDir.sizeLimit: Forbidden: SizeLimit field must be a valid resource quantity",
            "spec.volumes[3].hostPath: Forbidden: may not specify more than 1 volume type");
  }

  @Test
  void eachKindSaysWhatItNeeds() {
    var pod = Pods.withSpec("""
        volumes:
        - {name: a, nfs: {}}
        - {name: b, iscsi: {targetPortal: p, iqn: iqn.1, lun: 300, chapAuthSession: true, initiatorName: xx}}
        - {name: c, gcePersistentDisk: {partition: 256}}
        - {name: d, cephfs: {}}
        - {name: e, cephfs: {monitors: [a]}, downwardAPI: {}, rbd: {}}
        - {name: f, flocker: {datasetName: a/b, datasetUUID: u}}
        - {name: g, quobyte: {registry: "a,b:1", volume: ""}}
        - {name: h, fc: {targetWWNs: [a], wwids: [b]}}
        - {name: i, flexVolume: {options: {"a.k8s.io/x": "1"}}}
        - {name: j, azureDisk: {diskName: d, diskURI: u, kind: Managed, cachingMode: x}}
        - {name: k, storageos: {volumeName: A, secretRef: {}}}
        - {name: l, csi: {driver: A_, nodePublishSecretRef: {name: B_}}}
        - {name: m, image: {pullPolicy: x}}
        - {name: n, secret: {defaultMode: 512, items: [{key: "", path: ../x}, {key: a, path: ..x, mode: -1}]}}
        - {name: o, downwardAPI: {items: [{path: p}, {path: q, fieldRef: {fieldPath: spec.nodeName}}, {path: r, resourceFieldRef: {resource: limits.cpu, divisor: 3}}]}}
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.volumes[0].nfs.server: Required value",
            "spec.volumes[0].nfs.path: Required value",
            "spec.volumes[0].nfs.path: Invalid value: \"\": must be an absolute path",
            "spec.volumes[1].iscsi.iqn: Invalid value: \"iqn.1\": must be valid format",
            "spec.volumes[1].iscsi.lun: Invalid value: 300: must be between 0 and 255, inclusive",
            "spec.volumes[1].iscsi.secretRef: Required value",
            "spec.volumes[1].iscsi.initiatorname: Invalid value: \"xx\": must be valid format starting with iqn, eui, or naa",
            "spec.volumes[2].persistentDisk.pdName: Required value",
            "spec.volumes[2].persistentDisk.partition: Invalid value: 256: must be between 1 and 255, inclusive",
            "spec.volumes[3].cephfs.monitors: Required value",
            "spec.volumes[4].rbd.monitors: Required value",
            "spec.volumes[4].rbd.image: Required value",
            "spec.volumes[4].cephFS: Forbidden: may not specify more than 1 volume type",
            "spec.volumes[4].downwarAPI: Forbidden: may not specify more than 1 volume type",
            "spec.volumes[5].flocker: Invalid value: \"resource\": datasetName and datasetUUID can not be specified simultaneously",
            "spec.volumes[5].flocker.datasetName: Invalid value: \"a/b\": must not contain '/'",
            "spec.volumes[6].quobyte.registry: Invalid value: \"a,b:1\": must be a host:port pair or multiple pairs separated by commas",
            "spec.volumes[6].quobyte.volume: Required value",
            "spec.volumes[7].fc.targetWWNs: Invalid value: [\"a\"]: targetWWNs and wwids can not be specified simultaneously",
            "spec.volumes[7].fc.lun: Required value: lun is required if targetWWNs is specified",
            "spec.volumes[8].flexVolume.driver: Required value",
            "spec.volumes[8].flexVolume.options[a.k8s.io/x]: Invalid value: \"a.k8s.io/x\": kubernetes.io and k8s.io namespaces are reserved",
            "spec.volumes[9].azureDisk.cachingMode: Unsupported value: \"x\": supported values: \"None\", \"ReadOnly\", \"ReadWrite\"",
            "spec.volumes[9].azureDisk.diskURI: Unsupported value: \"u\": supported values: \"/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}\"",
            "spec.volumes[10].storageos.volumeName: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. …)",
            "spec.volumes[10].storageos.secretRef.name: Required value",
            "spec.volumes[11].csi.driver: Invalid value: \"A_\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "spec.volumes[11].csi.name: Invalid value: \"B_\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "spec.volumes[12].image.reference: Required value",
            "spec.volumes[12].image.pullPolicy: Unsupported value: \"x\": supported values: \"Always\", \"IfNotPresent\", \"Never\"",
            "spec.volumes[13].secret.secretName: Required value",
            "spec.volumes[13].secret.defaultMode: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive",
            "spec.volumes[13].secret.items[0].key: Required value",
            "spec.volumes[13].secret.items[0].path: Invalid value: \"../x\": must not contain '..'",
            "spec.volumes[13].secret.items[1].path: Invalid value: \"..x\": must not start with '..'",
            "spec.volumes[13].secret.items[1].mode: Invalid value: -1: must be a number between 0 and 0777 (octal), both inclusive",
            "spec.volumes[13].name: Required value",
            "spec.volumes[14].downwardAPI: Required value: one of fieldRef and resourceFieldRef is required",
            "spec.volumes[14].downwardAPI.fieldRef.fieldPath: Unsupported value: \"spec.nodeName\": supported values: \"metadata.annotations\", \"metadata.labels\", \"metadata.name\", \"metadata.namespace\", \"metadata.uid\"",
            "spec.volumes[14].downwardAPI.resourceFieldRef.containerName: Required value",
            "spec.volumes[14].downwardAPI.resourceFieldRef.divisor: Invalid value: \"limits.cpu\": only divisor's values 1m and 1 are supported with the cpu resource");
  }

  @Test
  void projectionsNeverMeet() {
    var pod = Pods.withSpec("""
        volumes:
        - name: a
          projected:
            sources:
            - {secret: {name: s, items: [{key: a, path: x}]}, configMap: {name: c, items: [{key: b, path: x}]}}
            - {serviceAccountToken: {expirationSeconds: 1, path: ""}}
            - {clusterTrustBundle: {path: p}}
            - {clusterTrustBundle: {name: "a/b:c", labelSelector: {}, path: p}}
            - {clusterTrustBundle: {signerName: x, path: p2}}
            - {podCertificate: {signerName: kubernetes.io/x, keyType: DSA, maxExpirationSeconds: 100000, userAnnotations: {x: y}}}
            - {downwardAPI: {items: [{path: x, fieldRef: {fieldPath: "metadata.labels['a b']"}}]}}
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.volumes[0].projected: Invalid value: \"c\": conflicting duplicate paths",
            "spec.volumes[0].projected.sources[0]: Forbidden: may not specify more than 1 volume type per source",
            "spec.volumes[0].projected.sources[1].serviceAccountToken.expirationSeconds: Invalid value: 1: may not specify a duration less than 10 minutes",
            "spec.volumes[0].projected.path: Required value",
            "spec.volumes[0].projected.sources[2].clusterTrustBundle: Required value: either name or signerName must be specified",
            "spec.volumes[0].projected.sources[3].clusterTrustBundle.name: Invalid value: \"a/b:c\": not a valid clustertrustbundlename: ClusterTrustBundle for signerName a/b must be named with prefix a:b:",
            "spec.volumes[0].projected.sources[3].clusterTrustBundle.labelSelector: Invalid value: {}: labelSelector must be unset if name is specified",
            "spec.volumes[0].projected: Invalid value: \"p\": conflicting duplicate paths",
            "spec.volumes[0].projected.sources[4].clusterTrustBundle.signerName: Invalid value: \"x\": must be a fully qualified domain and path of the form 'example.com/signer-name'",
            "spec.volumes[0].projected.sources[5].podCertificate.userAnnotations: Invalid value: \"x\": must be a domain-prefixed key (such as \"acme.io/foo\")",
            "spec.volumes[0].projected.sources[5].podCertificate.keyType: Unsupported value: \"DSA\": supported values: \"RSA3072\", \"RSA4096\", \"ECDSAP256\", \"ECDSAP384\", \"ECDSAP521\", \"ED25519\"",
            "spec.volumes[0].projected.sources[5].podCertificate.maxExpirationSeconds: Invalid value: 100000: if provided, maxExpirationSeconds must be <= 86400",
            "spec.volumes[0].projected.sources[5].podCertificate: Required value: specify at least one of credentialBundlePath, keyPath, and certificateChainPath",
            "spec.volumes[0].projected.sources[6].downwardAPI.fieldRef: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "spec.volumes[0].projected: Invalid value: \"x\": conflicting duplicate paths",
            "spec.volumes[0].projected.sources[1].serviceAccountToken: Forbidden: must not be specified when serviceAccountName is not set");
  }

  @Test
  void claimsOfEphemeralVolumesBelongToThePod() {
    var pod = Pods.withSpec("""
        volumes:
        - name: a
          ephemeral: {}
        - name: b
          ephemeral: {volumeClaimTemplate: {metadata: {name: n, uid: u, labels: {"a b": c}}, spec: {resources: {requests: {storage: 0}}}}}
        - name: c
          persistentVolumeClaim: {claimName: web-a}
        """);

    assertThat(Pods.said(Pods.create(pod)))
        .containsExactly(
            "spec.volumes[0].ephemeral.volumeClaimTemplate: Required value",
            "spec.volumes[1].ephemeral.volumeClaimTemplate.metadata.labels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. …)",
            "spec.volumes[1].ephemeral.volumeClaimTemplate.metadata.name: Forbidden: cannot be set",
            "spec.volumes[1].ephemeral.volumeClaimTemplate.metadata.uID: Forbidden: cannot be set",
            "spec.volumes[1].ephemeral.volumeClaimTemplate.spec.accessModes: Required value: at least 1 access mode is required",
            "spec.volumes[1].ephemeral.volumeClaimTemplate.spec.resources[storage]: Invalid value: \"0\": must be greater than zero",
            "spec.volumes[2].persistentVolumeClaim.claimName: Invalid value: \"web-a\": must not reference a PVC that gets created for an ephemeral volume");
  }
}
