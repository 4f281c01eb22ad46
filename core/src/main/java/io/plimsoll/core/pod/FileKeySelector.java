package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A key of a file in a volume. Mirrors {@code core/v1 FileKeySelector}. */
public record FileKeySelector(
    String key, String path, String volumeName, @Nullable Boolean optional) {

  /** Reads the record from a tree. */
  public static FileKeySelector from(Fields fields) {
    return new FileKeySelector(
        fields.text("key"),
        fields.text("path"),
        fields.text("volumeName"),
        fields.bool("optional"));
  }
}
