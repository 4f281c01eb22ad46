package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** An environment variable. Mirrors {@code core/v1 EnvVar}. */
public record EnvVar(
    String name, @Nullable String value, @Nullable EnvVarSource valueFrom) {

  /** Reads the record from a tree. */
  public static EnvVar from(Fields fields) {
    return new EnvVar(
        fields.text("name"),
        fields.string("value"),
        fields.object("valueFrom", EnvVarSource::from));
  }
}
