package io.plimsoll.core.validation;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is changed in an object, in the order in which it first was.
 *
 * <p>Most drafts change nothing and the others little, so a scan is enough; a map for each showed in {@code AdmissionBenchmark}.
 */
final class Changes {

  /** Stands for a field that is taken out. */
  private static final Value NOTHING = ScalarValue.ofNull();

  private static final String[] NO_NAMES = {};
  private static final Value[] NO_VALUES = {};
  private static final int FEW = 4;

  private MappingValue base;
  private String[] names = NO_NAMES;
  private Value[] values = NO_VALUES;
  private int size;
  private boolean removes;

  /** A draft of something in the object that is done with, for the next: a pod has some fifty mappings in it. */
  private @Nullable Draft spare;

  Changes(MappingValue base) {
    this.base = base;
  }

  /** Forgets all and starts with another object. */
  void restart(MappingValue object) {
    Arrays.fill(values, 0, size, NOTHING);
    size = 0;
    removes = false;
    base = object;
  }

  /** Returns the object as it was. */
  MappingValue base() {
    return base;
  }

  /** Returns a draft to be used again, or {@code null} if there is none; while it is in use nobody else gets it. */
  @Nullable
  Draft takeSpare() {
    Draft taken = spare;
    spare = null;
    return taken;
  }

  void keepSpare(Draft draft) {
    spare = draft;
  }

  /** Returns what a field was changed to, null if it was taken out, or {@code null} if it was left. */
  @Nullable
  Value get(String field) {
    int at = indexOf(field);
    return at < 0 ? null : values[at];
  }

  private int indexOf(String field) {
    for (int i = 0; i < size; i++) {
      // Both hashes are known mostly, and differ mostly.
      if (names[i].hashCode() == field.hashCode() && names[i].equals(field)) {
        return i;
      }
    }
    return -1;
  }

  void put(String field, Value value) {
    int at = indexOf(field);
    if (at < 0) {
      at = size++;
      if (at == names.length) {
        names = Arrays.copyOf(names, Math.max(FEW, 2 * at));
        values = Arrays.copyOf(values, names.length);
      }
      names[at] = field;
    }
    values[at] = value;
  }

  void remove(String field) {
    put(field, NOTHING);
    removes = true;
  }

  /** Returns what becomes of the object; the very one if nothing is changed. */
  MappingValue made() {
    if (size == 0) {
      return base;
    }
    MappingValue object = base.withAll(names, values, size);
    for (int i = 0; removes && i < size; i++) {
      object = values[i] == NOTHING ? object.without(names[i]) : object;
    }
    return object;
  }
}
