package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

/** A claim to be made for an ephemeral volume. Mirrors {@code core/v1 PersistentVolumeClaimTemplate}. */
public record PersistentVolumeClaimTemplate(
    @Nullable PersistentVolumeClaimSpec spec, @Nullable ObjectMeta metadata) {

  /** Reads the record from a tree. */
  public static PersistentVolumeClaimTemplate from(Fields fields) {
    return new PersistentVolumeClaimTemplate(
        fields.object("spec", PersistentVolumeClaimSpec::from),
        fields.object("metadata", ObjectMeta::from));
  }
}
