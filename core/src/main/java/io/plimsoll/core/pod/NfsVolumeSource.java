package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** An NFS export. Mirrors {@code core/v1 NFSVolumeSource}. */
public record NfsVolumeSource(
    String path, String server, @Nullable Boolean readOnly) {

  /** Reads the record from a tree. */
  public static NfsVolumeSource from(Fields fields) {
    return new NfsVolumeSource(fields.text("path"), fields.text("server"), fields.bool("readOnly"));
  }
}
