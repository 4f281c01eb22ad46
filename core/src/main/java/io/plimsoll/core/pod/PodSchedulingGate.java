package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;

/** A gate that holds a pod back from scheduling. Mirrors {@code core/v1 PodSchedulingGate}. */
public record PodSchedulingGate(String name) {

  /** Reads the record from a tree. */
  public static PodSchedulingGate from(Fields fields) {
    return new PodSchedulingGate(fields.text("name"));
  }
}
