package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A Portworx volume. Mirrors {@code core/v1 PortworxVolumeSource}. */
public record PortworxVolumeSource(
    String volumeID, @Nullable String fsType, @Nullable Boolean readOnly) {

  /** Reads the record from a tree. */
  public static PortworxVolumeSource from(Fields fields) {
    return new PortworxVolumeSource(
        fields.text("volumeID"), fields.string("fsType"), fields.bool("readOnly"));
  }
}
