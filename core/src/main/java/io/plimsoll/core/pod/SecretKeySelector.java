package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A key of a Secret. Mirrors {@code core/v1 SecretKeySelector}. */
public record SecretKeySelector(
    String key, @Nullable String name, @Nullable Boolean optional) {

  /** Reads the record from a tree. */
  public static SecretKeySelector from(Fields fields) {
    return new SecretKeySelector(
        fields.text("key"), fields.string("name"), fields.bool("optional"));
  }
}
