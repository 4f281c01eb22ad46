package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A Secret whose keys become environment variables. Mirrors {@code core/v1 SecretEnvSource}. */
public record SecretEnvSource(
    @Nullable String name, @Nullable Boolean optional) {

  /** Reads the record from a tree. */
  public static SecretEnvSource from(Fields fields) {
    return new SecretEnvSource(fields.string("name"), fields.bool("optional"));
  }
}
