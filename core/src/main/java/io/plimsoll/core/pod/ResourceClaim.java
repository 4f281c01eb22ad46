package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A claim of the pod that a container uses. Mirrors {@code core/v1 ResourceClaim}. */
public record ResourceClaim(String name, @Nullable String request) {

  /** Reads the record from a tree. */
  public static ResourceClaim from(Fields fields) {
    return new ResourceClaim(fields.text("name"), fields.string("request"));
  }
}
