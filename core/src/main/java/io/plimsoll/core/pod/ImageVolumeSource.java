package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** The content of a container image. Mirrors {@code core/v1 ImageVolumeSource}. */
public record ImageVolumeSource(
    @Nullable String pullPolicy, @Nullable String reference) {

  /** Reads the record from a tree. */
  public static ImageVolumeSource from(Fields fields) {
    return new ImageVolumeSource(fields.string("pullPolicy"), fields.string("reference"));
  }
}
