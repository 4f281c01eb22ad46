package io.plimsoll.psa;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.pod.Volume;

/**
 * The types of volumes, by the field of their source, in the order in which the standard looks at them.
 */
final class VolumeTypes {

  /** The type of a volume whose source is absent, or newer than the standard. */
  static final String UNKNOWN = "unknown";

  /** Returns whether a volume has a source that restricted pods may use; it may have another as well. */
  static boolean isAllowed(Volume volume) {
    return volume.configMap() != null
        || volume.csi() != null
        || volume.downwardAPI() != null
        || volume.emptyDir() != null
        || volume.ephemeral() != null
        || volume.image() != null
        || volume.persistentVolumeClaim() != null
        || volume.projected() != null
        || volume.secret() != null;
  }

  /** Returns whether a volume may have, or may be taken to have, a source that restricted pods may not use. */
  static boolean mayBeRestricted(Fields volume) {
    boolean allowed = false;
    boolean other = false;
    for (int i = 0; i < volume.size(); i++) {
      String name = volume.name(i);
      switch (name) {
        case "name" -> {
          // Every volume has one.
        }
        case "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "image",
            "persistentVolumeClaim",
            "projected",
            "secret" -> allowed |= volume.value(name) instanceof MappingValue;
        default -> other = true;
      }
    }
    return other || !allowed;
  }

  /** Returns the first source that a volume has among those that restricted pods may not use. */
  static String restricted(Volume volume) {
    if (volume.hostPath() != null) {
      return "hostPath";
    }
    if (volume.gcePersistentDisk() != null) {
      return "gcePersistentDisk";
    }
    if (volume.awsElasticBlockStore() != null) {
      return "awsElasticBlockStore";
    }
    if (volume.gitRepo() != null) {
      return "gitRepo";
    }
    if (volume.nfs() != null) {
      return "nfs";
    }
    if (volume.iscsi() != null) {
      return "iscsi";
    }
    if (volume.glusterfs() != null) {
      return "glusterfs";
    }
    if (volume.rbd() != null) {
      return "rbd";
    }
    if (volume.flexVolume() != null) {
      return "flexVolume";
    }
    if (volume.cinder() != null) {
      return "cinder";
    }
    if (volume.cephfs() != null) {
      return "cephfs";
    }
    if (volume.flocker() != null) {
      return "flocker";
    }
    if (volume.fc() != null) {
      return "fc";
    }
    if (volume.azureFile() != null) {
      return "azureFile";
    }
    if (volume.vsphereVolume() != null) {
      return "vsphereVolume";
    }
    if (volume.quobyte() != null) {
      return "quobyte";
    }
    if (volume.azureDisk() != null) {
      return "azureDisk";
    }
    if (volume.photonPersistentDisk() != null) {
      return "photonPersistentDisk";
    }
    if (volume.portworxVolume() != null) {
      return "portworxVolume";
    }
    if (volume.scaleIO() != null) {
      return "scaleIO";
    }
    if (volume.storageos() != null) {
      return "storageos";
    }
    return UNKNOWN;
  }

  private VolumeTypes() {}
}
