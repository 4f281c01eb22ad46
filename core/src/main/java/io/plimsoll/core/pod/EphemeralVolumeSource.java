package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A volume made for the pod from a claim template. Mirrors {@code core/v1 EphemeralVolumeSource}. */
public record EphemeralVolumeSource(@Nullable PersistentVolumeClaimTemplate volumeClaimTemplate) {

  /** Reads the record from a tree. */
  public static EphemeralVolumeSource from(Fields fields) {
    return new EphemeralVolumeSource(
        fields.object("volumeClaimTemplate", PersistentVolumeClaimTemplate::from));
  }
}
