package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** The AppArmor profile a container runs under. Mirrors {@code core/v1 AppArmorProfile}. */
public record AppArmorProfile(String type, @Nullable String localhostProfile) {

  /** Reads the record from a tree. */
  public static AppArmorProfile from(Fields fields) {
    return new AppArmorProfile(fields.text("type"), fields.string("localhostProfile"));
  }
}
