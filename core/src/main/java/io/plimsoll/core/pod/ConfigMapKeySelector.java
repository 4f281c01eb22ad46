package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A key of a ConfigMap. Mirrors {@code core/v1 ConfigMapKeySelector}. */
public record ConfigMapKeySelector(
    String key, @Nullable String name, @Nullable Boolean optional) {

  /** Reads the record from a tree. */
  public static ConfigMapKeySelector from(Fields fields) {
    return new ConfigMapKeySelector(
        fields.text("key"), fields.string("name"), fields.bool("optional"));
  }
}
