package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Maps;
import io.plimsoll.core.pod.PodReferences;
import io.plimsoll.core.pod.PodSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which objects of the API a pod needs, so that a kubelet cannot run it alone. Mirrors {@code HasAPIObjectReference} of {@code
 * pkg/api/pod}.
 *
 * @param resource the resource it needs, or empty
 * @param error what keeps one from telling, or empty
 */
record PodApiReferences(String resource, String error) {

  private static final PodApiReferences NONE = new PodApiReferences("", "");

  /** Sources of volumes that need nothing, as the fields of a volume that only such have. */
  private static final Set<String> FREE = Set.of(
      "awsElasticBlockStore",
      "azureDisk",
      "cephfs",
      "cinder",
      "downwardAPI",
      "emptyDir",
      "fc",
      "flexVolume",
      "flocker",
      "gcePersistentDisk",
      "gitRepo",
      "hostPath",
      "image",
      "iscsi",
      "nfs",
      "photonPersistentDisk",
      "portworxVolume",
      "quobyte",
      "rbd",
      "scaleIO",
      "storageos",
      "vsphereVolume");

  private static final Map<String, String> NEEDS = Maps.copy(ordered(
      "configMap", "configmaps (via configmap volumes)",
      "secret", "secrets (via secret volumes)",
      "csi", "csidrivers (via CSI volumes)",
      "glusterfs", "endpoints (via glusterFS volumes)",
      "persistentVolumeClaim", "persistentvolumeclaims",
      "ephemeral", "persistentvolumeclaims (via ephemeral volumes)",
      "azureFile", "secrets (via azureFile volumes)"));

  private static final Map<String, String> PROJECTED_NEEDS = Maps.copy(ordered(
      "configMap", "configmaps (via projected volumes)",
      "secret", "secrets (via projected volumes)",
      "serviceAccountToken", "serviceaccounts (via projected volumes)",
      "clusterTrustBundle", "clustertrustbundles",
      "podCertificate", "podcertificates"));

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  static PodApiReferences of(MappingValue pod) {
    Fields fields = Trees.spec(pod);
    PodSpec spec = PodSpec.from(fields);
    if (!fields.text("serviceAccountName").isEmpty()) {
      return needs("serviceaccounts");
    }
    if (!PodReferences.secretNames(spec).isEmpty()) {
      return needs("secrets");
    }
    if (!PodReferences.configMapNames(spec).isEmpty()) {
      return needs("configmaps");
    }
    if (!spec.resourceClaims().isEmpty()) {
      return needs("resourceclaims");
    }
    return Trees.list(fields, "volumes").stream()
        .map(PodApiReferences::ofVolume)
        .filter(found -> !found.equals(NONE))
        .findFirst()
        .orElse(NONE);
  }

  private static PodApiReferences needs(String resource) {
    return new PodApiReferences(resource, "");
  }

  private static PodApiReferences ofVolume(Fields volume) {
    if (FREE.stream().anyMatch(volume::has)) {
      return NONE;
    }
    Optional<PodApiReferences> found = first(NEEDS, volume);
    if (found.isPresent()) {
      return found.get();
    }
    String name = GoText.quote(volume.text("name"));
    if (!volume.has("projected")) {
      return new PodApiReferences("", "unknown volume type for volume  " + name);
    }
    for (Fields source : Trees.list(Trees.object(volume, "projected"), "sources")) {
      Optional<PodApiReferences> needed = first(PROJECTED_NEEDS, source);
      if (needed.isPresent()) {
        return needed.get();
      }
      if (!source.has("downwardAPI")) {
        return new PodApiReferences("", "unknown source for projected volume " + name);
      }
    }
    return NONE;
  }

  private static Optional<PodApiReferences> first(Map<String, String> needs, Fields fields) {
    return needs.entrySet().stream()
        .filter(need -> fields.has(need.getKey()))
        .findFirst()
        .map(need -> needs(need.getValue()));
  }
}
