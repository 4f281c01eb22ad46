package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A key and the file it becomes. Mirrors {@code core/v1 KeyToPath}. */
public record KeyToPath(
    String key,
    String path,
    @Nullable Integer mode,
    @Nullable Long user) {

  /** Reads the record from a tree. */
  public static KeyToPath from(Fields fields) {
    return new KeyToPath(
        fields.text("key"), fields.text("path"), fields.int32("mode"), fields.int64("user"));
  }
}
