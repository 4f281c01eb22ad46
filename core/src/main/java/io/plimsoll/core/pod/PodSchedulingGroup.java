package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** The group of pods that a pod is scheduled with. Mirrors {@code core/v1 PodSchedulingGroup}. */
public record PodSchedulingGroup(@Nullable String podGroupName) {

  /** Reads the record from a tree. */
  public static PodSchedulingGroup from(Fields fields) {
    return new PodSchedulingGroup(fields.string("podGroupName"));
  }
}
