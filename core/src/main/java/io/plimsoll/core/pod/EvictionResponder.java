package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** Who answers for a pod when it is to be evicted. Mirrors {@code core/v1 EvictionResponder}. */
public record EvictionResponder(String name, @Nullable Integer priority) {

  /** Reads the record from a tree. */
  public static EvictionResponder from(Fields fields) {
    return new EvictionResponder(fields.text("name"), fields.int32("priority"));
  }
}
