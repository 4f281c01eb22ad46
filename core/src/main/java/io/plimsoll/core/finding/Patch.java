package io.plimsoll.core.finding;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Value;
import java.util.List;

/**
 * A change of a tree as a list of operations, in order. Mirrors JSON Patch (RFC 6902).
 *
 * @param operations what to do, one after the other
 */
public record Patch(List<Operation> operations) {

  public Patch {
    operations = List.copyOf(operations);
  }

  /** One step of a patch. Paths address values by field, map key or index; the index after the last appends. */
  public sealed interface Operation {
    /** Returns the place it is about. */
    FieldPath path();

    /** Sets a field, or inserts an item before the one at the index. */
    record Add(FieldPath path, Value value) implements Operation {}

    /** Takes a field or an item away; it must be there. */
    record Remove(FieldPath path) implements Operation {}

    /** Puts another value in place of one that must be there. */
    record Replace(FieldPath path, Value value) implements Operation {}

    /** Takes a value away and adds it elsewhere. */
    record Move(FieldPath from, FieldPath path) implements Operation {}

    /** Adds a value elsewhere as well. */
    record Copy(FieldPath from, FieldPath path) implements Operation {}

    /** Fails the patch unless the value is equal. */
    record Test(FieldPath path, Value value) implements Operation {}
  }

  /** Returns a patch of these operations. */
  public static Patch of(Operation... operations) {
    return new Patch(List.of(operations));
  }
}
