package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** The seccomp profile a container runs under. Mirrors {@code core/v1 SeccompProfile}. */
public record SeccompProfile(String type, @Nullable String localhostProfile) {

  /** Reads the record from a tree. */
  public static SeccompProfile from(Fields fields) {
    return new SeccompProfile(fields.text("type"), fields.string("localhostProfile"));
  }
}
