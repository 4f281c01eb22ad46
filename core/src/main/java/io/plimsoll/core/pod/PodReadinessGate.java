package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;

/** A condition that counts for a pod's readiness. Mirrors {@code core/v1 PodReadinessGate}. */
public record PodReadinessGate(String conditionType) {

  /** Reads the record from a tree. */
  public static PodReadinessGate from(Fields fields) {
    return new PodReadinessGate(fields.text("conditionType"));
  }
}
