package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.registry.storage.ClaimSpecRules;
import io.plimsoll.core.validation.Draft;

/**
 * Defaults of one volume of a pod. Mirrors {@code SetDefaults_Volume} and the defaults of its sources in {@code
 * pkg/apis/core/v1}.
 */
public final class VolumeDefaults {

  private static final ScalarValue FILE_MODE = ScalarValue.of(0644);
  private static final ScalarValue EMPTY = ScalarValue.of("");
  private static final ScalarValue FALSE = ScalarValue.of(false);
  private static final ScalarValue HOUR = ScalarValue.of(3600);

  private static final ScalarValue ISCSI_INTERFACE = ScalarValue.of("default");
  private static final ScalarValue RBD_POOL = ScalarValue.of("rbd");
  private static final ScalarValue RBD_USER = ScalarValue.of("admin");
  private static final ScalarValue RBD_KEYRING = ScalarValue.of("/etc/ceph/keyring");
  private static final ScalarValue READ_WRITE = ScalarValue.of("ReadWrite");
  private static final ScalarValue EXT4 = ScalarValue.of("ext4");
  private static final ScalarValue SHARED = ScalarValue.of("Shared");
  private static final ScalarValue THIN = ScalarValue.of("ThinProvisioned");
  private static final ScalarValue XFS = ScalarValue.of("xfs");

  private VolumeDefaults() {}

  static void set(Draft volume) {
    if (hasNoSource(volume)) {
      volume.set("emptyDir", MappingValue.empty());
      return;
    }
    setSources(volume);
  }

  /** Sets what the sources of a volume do not say. */
  public static void setSources(Draft volume) {
    for (String field : volume.fields()) {
      if (volume.get(field) instanceof MappingValue) {
        setSource(volume, field);
      }
    }
  }

  private static boolean hasNoSource(Draft volume) {
    for (String field : volume.fields()) {
      if (volume.get(field) instanceof MappingValue) {
        return false;
      }
    }
    return true;
  }

  private static void setSource(Draft volume, String source) {
    switch (source) {
      case "hostPath" -> volume.setDefaultIn(source, "type", EMPTY);
      case "secret", "configMap" -> volume.setDefaultIn(source, "defaultMode", FILE_MODE);
      case "downwardAPI" ->
        volume.edit(source, s -> setFiles(s.setDefault("defaultMode", FILE_MODE)));
      case "projected" ->
        volume.edit(
            source,
            s -> s.setDefault("defaultMode", FILE_MODE)
                .editEach("sources", VolumeDefaults::setProjection));
      case "ephemeral" ->
        volume.edit(source, s -> s.edit("volumeClaimTemplate", VolumeDefaults::setClaimTemplate));
      case "image" ->
        volume.edit(source, s -> {
          if (s.text("pullPolicy").isEmpty()) {
            s.set("pullPolicy", ContainerDefaults.pullPolicy(s.text("reference")));
          }
        });
      case "iscsi" -> volume.setDefaultTextIn(source, "iscsiInterface", ISCSI_INTERFACE);
      case "rbd" ->
        volume.edit(
            source,
            s -> s.setDefaultText("pool", RBD_POOL)
                .setDefaultText("user", RBD_USER)
                .setDefaultText("keyring", RBD_KEYRING));
      case "azureDisk" ->
        volume.edit(
            source,
            s -> s.setDefault("cachingMode", READ_WRITE)
                .setDefault("fsType", EXT4)
                .setDefault("readOnly", FALSE)
                .setDefault("kind", SHARED));
      case "scaleIO" ->
        volume.edit(
            source, s -> s.setDefaultText("storageMode", THIN).setDefaultText("fsType", XFS));
      default -> {
        // The other sources have no defaults.
      }
    }
  }

  private static void setFiles(Draft files) {
    files.editEach("items", ContainerDefaults::setFieldRef);
  }

  private static void setProjection(Draft projection) {
    projection
        .edit("downwardAPI", VolumeDefaults::setFiles)
        .setDefaultIn("serviceAccountToken", "expirationSeconds", HOUR);
  }

  private static void setClaimTemplate(Draft template) {
    template.editOrCreate("spec", ClaimSpecRules::defaultSpec);
  }
}
