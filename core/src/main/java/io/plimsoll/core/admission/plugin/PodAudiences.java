package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.support.NotAllowed;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import java.util.List;
import java.util.Map;

/**
 * The audiences of tokens that the volumes of a pod need, by themselves or by their drivers. Mirrors {@code
 * podReferencesAudience} of {@code plugin/pkg/admission/noderestriction}.
 *
 * @param request the request of the kubelet
 * @param pod the pod
 */
record PodAudiences(NodeRequest request, MappingValue pod) {

  /** The drivers that took the place of volumes of Kubernetes' own. Mirrors {@code k8s.io/csi-translation-lib}. */
  private static final Map<String, String> MIGRATED = Map.of(
      "gcePersistentDisk", "pd.csi.storage.gke.io",
      "awsElasticBlockStore", "ebs.csi.aws.com",
      "cinder", "cinder.csi.openstack.org",
      "azureDisk", "disk.csi.azure.com",
      "azureFile", "file.csi.azure.com",
      "vsphereVolume", "csi.vsphere.vmware.com",
      "portworxVolume", "pxd.portworx.com");

  /** Returns whether a volume needs a token for an audience; what keeps one from telling goes to the errors. */
  boolean have(String audience, List<String> errors) {
    for (Fields volume : Trees.list(Trees.spec(pod), "volumes")) {
      boolean projected = Trees.list(Trees.object(volume, "projected"), "sources").stream()
          .filter(source -> source.has("serviceAccountToken"))
          .anyMatch(source ->
              Trees.object(source, "serviceAccountToken").text("audience").equals(audience));
      if (projected) {
        return true;
      }
      try {
        String driver = driver(volume);
        if (!driver.isEmpty() && audiences(driver).contains(audience)) {
          return true;
        }
      } catch (NotAllowed missing) {
        errors.add(missing.status().message());
      }
    }
    return false;
  }

  private List<String> audiences(String driver) throws NotAllowed {
    MappingValue found =
        request.find("storage.k8s.io/v1", "CSIDriver", "", driver).tree();
    return Trees.list(Trees.spec(found), "tokenRequests").stream()
        .map(token -> token.text("audience"))
        .toList();
  }

  /** Returns the driver of a volume, or the empty text. */
  private String driver(Fields volume) throws NotAllowed {
    if (Trees.object(volume, "ephemeral").has("volumeClaimTemplate")) {
      return driverOfClaim(Trees.metadata(pod).text("name") + "-" + volume.text("name"));
    }
    if (volume.has("persistentVolumeClaim")) {
      return driverOfClaim(Trees.object(volume, "persistentVolumeClaim").text("claimName"));
    }
    return ownDriver(volume);
  }

  private String driverOfClaim(String name) throws NotAllowed {
    MappingValue claim =
        request.find("v1", "PersistentVolumeClaim", request.namespace(), name).tree();
    String volume = Trees.spec(claim).text("volumeName");
    return ownDriver(
        Trees.spec(request.find("v1", "PersistentVolume", "", volume).tree()));
  }

  private static String ownDriver(Fields source) {
    return source.has("csi")
        ? Trees.object(source, "csi").text("driver")
        : source.names().stream()
            .filter(source::has)
            .filter(MIGRATED::containsKey)
            .map(MIGRATED::get)
            .findFirst()
            .orElse("");
  }
}
