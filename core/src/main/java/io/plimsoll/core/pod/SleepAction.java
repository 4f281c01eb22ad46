package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** A pause. Mirrors {@code core/v1 SleepAction}. */
public record SleepAction(@Nullable Long seconds) {

  /** Reads the record from a tree. */
  public static SleepAction from(Fields fields) {
    return new SleepAction(fields.int64("seconds"));
  }
}
