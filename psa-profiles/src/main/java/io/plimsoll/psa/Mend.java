package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Value;
import java.util.Optional;

/** How a finding is mended. */
@FunctionalInterface
interface Mend {

  /** By taking the field away. */
  Mend REMOVE = (pod, found) -> Optional.of(new Edit.Remove(pod.path(found)));

  /** By taking the object away that the field is in. */
  Mend REMOVE_OWNER =
      (pod, found) -> Optional.of(new Edit.Remove(pod.path(found).parent()));

  /** Not mechanically: a person has to decide. */
  Mend BY_HAND = (pod, found) -> Optional.empty();

  /** Returns the change; empty if there is none that a machine could make. */
  Optional<Edit> edit(Subject pod, Found found);

  /** By giving the field this value. */
  static Mend set(Value value) {
    return (pod, found) -> Optional.of(new Edit.Set(pod.path(found), value));
  }

  /** By putting this in place of the object that the field is in. */
  static Mend setOwner(Value value) {
    return (pod, found) -> Optional.of(new Edit.Set(pod.path(found).parent(), value));
  }

  /** By giving a field of the pod this value, which holds for all containers that do not say otherwise. */
  static Mend setInPod(FieldPath field, Value value) {
    return (pod, found) -> Optional.of(new Edit.Set(field, value));
  }
}
