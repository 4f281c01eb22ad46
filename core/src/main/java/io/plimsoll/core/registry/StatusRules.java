package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Draft;
import java.util.List;

/** What strategies do with the parts of objects that clients may not set: the status and the generation. */
public final class StatusRules {

  private static final Value FIRST = ScalarValue.of(1);

  /** What of the metadata stays as it is where only the status may change: {@code ResetObjectMetaForStatus}. */
  public static final List<String> RESET_METADATA = List.of(
      "deletionTimestamp",
      "generation",
      "selfLink",
      "labels",
      "annotations",
      "finalizers",
      "ownerReferences");

  private StatusRules() {}

  /** Returns an object with a field as another has it, or without it if the other has none. */
  public static MappingValue like(MappingValue object, String field, MappingValue other) {
    Value value = other.get(field);
    return value == null ? object.without(field) : object.with(field, value);
  }

  /** Returns an object without its status. */
  public static MappingValue reset(MappingValue object) {
    return object.without("status");
  }

  /** Returns an object with the status of another. */
  public static MappingValue keep(MappingValue object, MappingValue old) {
    return like(object, "status", old);
  }

  /** Returns an object of the first generation. */
  public static MappingValue firstGeneration(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.editOrCreate("metadata", metadata -> metadata.set("generation", FIRST)));
  }

  /** Returns an object of the generation after that of the one it replaces. */
  public static MappingValue nextGeneration(MappingValue object, MappingValue old) {
    Long generation = Fields.of(old.get("metadata")).int64("generation");
    Value next = ScalarValue.of((generation == null ? 0 : generation) + 1);
    return Draft.edit(
        object,
        draft -> draft.editOrCreate("metadata", metadata -> metadata.set("generation", next)));
  }
}
