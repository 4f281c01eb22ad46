package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A Gluster volume. Mirrors {@code core/v1 GlusterfsVolumeSource}. */
public record GlusterfsVolumeSource(
    String endpoints, String path, @Nullable Boolean readOnly) {

  /** Reads the record from a tree. */
  public static GlusterfsVolumeSource from(Fields fields) {
    return new GlusterfsVolumeSource(
        fields.text("endpoints"), fields.text("path"), fields.bool("readOnly"));
  }
}
