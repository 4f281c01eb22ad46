package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A claim in the same namespace. Mirrors {@code core/v1 PersistentVolumeClaimVolumeSource}. */
public record PersistentVolumeClaimVolumeSource(
    String claimName, @Nullable Boolean readOnly) {

  /** Reads the record from a tree. */
  public static PersistentVolumeClaimVolumeSource from(Fields fields) {
    return new PersistentVolumeClaimVolumeSource(fields.text("claimName"), fields.bool("readOnly"));
  }
}
