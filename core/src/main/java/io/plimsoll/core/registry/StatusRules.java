package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Draft;

/** What strategies do with the parts of objects that clients may not set: the status and the generation. */
public final class StatusRules {

  private static final Value FIRST = ScalarValue.of(1);

  private StatusRules() {}

  /** Returns an object without its status. */
  public static MappingValue reset(MappingValue object) {
    return object.without("status");
  }

  /** Returns an object with the status of another. */
  public static MappingValue keep(MappingValue object, MappingValue old) {
    Value status = old.get("status");
    return status == null ? object.without("status") : object.with("status", status);
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
