package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A Flocker volume. Mirrors {@code core/v1 FlockerVolumeSource}. */
public record FlockerVolumeSource(
    @Nullable String datasetName, @Nullable String datasetUUID) {

  /** Reads the record from a tree. */
  public static FlockerVolumeSource from(Fields fields) {
    return new FlockerVolumeSource(fields.string("datasetName"), fields.string("datasetUUID"));
  }
}
