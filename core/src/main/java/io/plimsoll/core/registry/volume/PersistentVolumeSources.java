package io.plimsoll.core.registry.volume;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.pod.IscsiRules;
import io.plimsoll.core.registry.pod.VolumeSourceRules;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Set;

/** Where a persistent volume is. Mirrors the middle of {@code ValidatePersistentVolumeSpec} and {@code pkg/volume/validation}. */
final class PersistentVolumeSources {

  /** The sources, in the order in which they are looked at. */
  static final List<String> NAMES = List.of(
      "hostPath",
      "gcePersistentDisk",
      "awsElasticBlockStore",
      "glusterfs",
      "flocker",
      "nfs",
      "rbd",
      "quobyte",
      "cephfs",
      "iscsi",
      "cinder",
      "fc",
      "flexVolume",
      "azureFile",
      "vsphereVolume",
      "photonPersistentDisk",
      "portworxVolume",
      "azureDisk",
      "scaleIO",
      "local",
      "storageos",
      "csi");

  private static final Set<String> WITHOUT_MOUNT_OPTIONS = Set.of(
      "hostPath",
      "flocker",
      "fc",
      "flexVolume",
      "portworxVolume",
      "scaleIO",
      "local",
      "storageos",
      "csi");
  private static final String MOUNT_OPTIONS = "volume.beta.kubernetes.io/mount-options";
  private static final List<String> CSI_SECRETS = List.of(
      "controllerPublishSecretRef",
      "controllerExpandSecretRef",
      "nodePublishSecretRef",
      "nodeExpandSecretRef");

  private final Part spec;
  private final boolean bound;

  /** Makes the check of a volume that is bound to nodes or is not. */
  PersistentVolumeSources(Part spec, boolean bound) {
    this.spec = spec;
    this.bound = bound;
  }

  /** Adds that options to mount with are said of a volume that knows none. */
  static void checkMountOptions(Part volume) {
    Part spec = volume.object("spec");
    boolean knows =
        NAMES.stream().anyMatch(name -> spec.has(name) && !WITHOUT_MOUNT_OPTIONS.contains(name));
    if (!knows && volume.object("metadata").stringMap("annotations").containsKey(MOUNT_OPTIONS)) {
      volume.error(FieldError.forbidden(
          FieldPath.of("metadata", "annotations", MOUNT_OPTIONS),
          "may not specify mount options for this volume type"));
    }
  }

  void check(String volume) {
    boolean found = false;
    for (String name : NAMES) {
      if (!spec.has(name)) {
        continue;
      }
      // Upstream lets this one stand beside others.
      if (found && !name.equals("flexVolume")) {
        spec.forbidden(
            name.equals("cephfs") ? "cephFS" : name, "may not specify more than 1 volume type");
      } else {
        checkSource(name, spec.object(name), volume);
      }
      found = true;
    }
    if (!found) {
      spec.error(FieldError.required(spec.path(), "must specify a volume type"));
    }
    if (spec.has("hostPath")
        && isRoot(spec.object("hostPath").text("path"))
        && spec.text("persistentVolumeReclaimPolicy").equals("Recycle")) {
      spec.forbidden(
          "persistentVolumeReclaimPolicy", "may not be 'recycle' for a hostPath mount of '/'");
    }
  }

  /** Returns whether a path, cleaned as {@code path.Clean} does, is the root. */
  private static boolean isRoot(String path) {
    int depth = 0;
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        depth = Math.max(0, depth - 1);
      } else if (!step.isEmpty() && !step.equals(".")) {
        depth++;
      }
    }
    return path.startsWith("/") && depth == 0;
  }

  private void checkSource(String name, Part source, String volume) {
    switch (name) {
      case "hostPath" -> VolumeSourceRules.hostPath(source);
      case "gcePersistentDisk" ->
        VolumeSourceRules.disk(source.under(spec.at("persistentDisk")), "pdName");
      case "awsElasticBlockStore" -> VolumeSourceRules.disk(source, "volumeID");
      case "glusterfs" -> checkGluster(source);
      case "flocker" -> VolumeSourceRules.flocker(source);
      case "nfs" -> VolumeSourceRules.nfs(source);
      case "rbd" -> VolumeSourceRules.required(source, "monitors", "image");
      case "quobyte" -> VolumeSourceRules.quobyte(source);
      case "cephfs" -> VolumeSourceRules.required(source, "monitors");
      case "iscsi" -> IscsiRules.checkPersistent(source, volume);
      case "cinder" -> {
        VolumeSourceRules.required(source, "volumeID");
        checkReference(source);
      }
      case "fc" -> VolumeSourceRules.fibreChannel(source);
      case "flexVolume" -> VolumeSourceRules.flexVolume(source);
      case "azureFile" -> {
        VolumeSourceRules.required(source, "secretName", "shareName");
        if (source.has("secretNamespace")) {
          VolumeSourceRules.required(source, "secretNamespace");
        }
      }
      case "vsphereVolume" -> VolumeSourceRules.required(source, "volumePath");
      case "photonPersistentDisk" -> VolumeSourceRules.required(source, "pdID");
      case "portworxVolume" -> VolumeSourceRules.required(source, "volumeID");
      case "azureDisk" -> VolumeSourceRules.azureDisk(source);
      case "scaleIO" -> VolumeSourceRules.required(source, "gateway", "system", "volumeName");
      case "local" -> checkLocal(source);
      case "storageos" -> checkStorageOs(source);
      default -> checkCsi(source);
    }
  }

  private static void checkGluster(Part source) {
    VolumeSourceRules.required(source, "endpoints", "path");
    if (!source.has("endpointsNamespace")) {
      return;
    }
    String namespace = source.text("endpointsNamespace");
    source.invalid(
        "endpointsNamespace",
        namespace.isEmpty()
            ? List.of("if the endpointnamespace is set, it must be a valid namespace name")
            : Names.dnsLabelErrors(namespace));
  }

  private void checkLocal(Part source) {
    VolumeSourceRules.local(source);
    if (!bound) {
      spec.required("nodeAffinity", "Local volume requires node affinity");
    }
  }

  private static void checkStorageOs(Part source) {
    String name = source.text("volumeName");
    if (name.isEmpty()) {
      source.required("volumeName", "");
    } else {
      source.invalid("volumeName", Names.dnsLabelErrors(name));
    }
    String namespace = source.text("volumeNamespace");
    if (!namespace.isEmpty()) {
      source.invalid("volumeNamespace", Names.dnsLabelErrors(namespace));
    }
    checkReference(source);
  }

  private static void checkReference(Part source) {
    if (source.has("secretRef")) {
      VolumeSourceRules.required(source.object("secretRef"), "name", "namespace");
    }
  }

  private static void checkCsi(Part source) {
    source
        .errors()
        .addAll(VolumeSourceRules.driverErrors(source.at("driver"), source.text("driver")));
    VolumeSourceRules.required(source, "volumeHandle");
    for (String field : CSI_SECRETS) {
      if (source.has(field)) {
        checkSecret(source.object(field));
      }
    }
  }

  private static void checkSecret(Part secret) {
    String name = secret.text("name");
    if (name.isEmpty()) {
      secret.required("name", "");
    } else {
      secret.invalid("name", Names.dnsSubdomainErrors(name));
    }
    String namespace = secret.text("namespace");
    if (namespace.isEmpty()) {
      secret.required("namespace", "");
    } else {
      secret.invalid("namespace", Names.dnsLabelErrors(namespace));
    }
  }
}
