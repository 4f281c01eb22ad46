package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * One field that a check does not accept, as compactly as the check saw it.
 *
 * @param expected what the check accepts
 * @param position the container's number among all of the pod's ({@link Containers}), or {@link #POD} if it is in none
 * @param owner the name of the container or volume the field belongs to; empty if it is the pod's own
 * @param field the field's path within the container, or else within the pod
 * @param observed the field's value: a text, a number, a boolean or a list of texts; {@code null} if it is absent; for the
 *     source of a volume its type
 */
record Found(
    Expected expected,
    int position,
    String owner,
    FieldPath field,
    @Nullable Object observed) {

  static final int POD = -1;

  boolean isInContainer() {
    return position != POD;
  }

  String text() {
    return String.valueOf(observed);
  }
}
