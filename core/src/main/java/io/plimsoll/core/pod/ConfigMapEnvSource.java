package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A ConfigMap whose keys become environment variables. Mirrors {@code core/v1 ConfigMapEnvSource}. */
public record ConfigMapEnvSource(
    @Nullable String name, @Nullable Boolean optional) {

  /** Reads the record from a tree. */
  public static ConfigMapEnvSource from(Fields fields) {
    return new ConfigMapEnvSource(fields.string("name"), fields.bool("optional"));
  }
}
