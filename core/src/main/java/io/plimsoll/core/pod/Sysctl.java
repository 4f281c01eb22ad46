package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;

/** A kernel parameter. Mirrors {@code core/v1 Sysctl}. */
public record Sysctl(String name, String value) {

  /** Reads the record from a tree. */
  public static Sysctl from(Fields fields) {
    return new Sysctl(fields.text("name"), fields.text("value"));
  }
}
