package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;

/** The operating system of a pod. Mirrors {@code core/v1 PodOS}. */
public record PodOs(String name) {

  /** Reads the record from a tree. */
  public static PodOs from(Fields fields) {
    return new PodOs(fields.text("name"));
  }
}
