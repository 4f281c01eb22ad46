package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Value;

/** One change of a pod, by its effect: {@link Edits} makes the operations of it. */
sealed interface Edit {

  /** Returns the field, from the pod's own root. */
  FieldPath path();

  /** The field shall have this value, whether it is there or not, and so shall the objects it is in. */
  record Set(FieldPath path, Value value) implements Edit {}

  /** The field, which is there, shall go. */
  record Remove(FieldPath path) implements Edit {}
}
