package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A file or directory of the node. Mirrors {@code core/v1 HostPathVolumeSource}. */
public record HostPathVolumeSource(String path, @Nullable String type) {

  /** Reads the record from a tree. */
  public static HostPathVolumeSource from(Fields fields) {
    return new HostPathVolumeSource(fields.text("path"), fields.string("type"));
  }
}
