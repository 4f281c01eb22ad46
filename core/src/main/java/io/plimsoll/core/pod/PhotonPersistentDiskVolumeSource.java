package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A Photon Controller disk. Mirrors {@code core/v1 PhotonPersistentDiskVolumeSource}. */
public record PhotonPersistentDiskVolumeSource(
    String pdID, @Nullable String fsType) {

  /** Reads the record from a tree. */
  public static PhotonPersistentDiskVolumeSource from(Fields fields) {
    return new PhotonPersistentDiskVolumeSource(fields.text("pdID"), fields.string("fsType"));
  }
}
