package io.plimsoll.core.model;

import io.plimsoll.core.manifest.Keys;
import io.plimsoll.core.manifest.MappingValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields that most objects have none of, so that they are asked for all at once. The answer depends on nothing but the names that
 * an object has, which others share: it is kept for them ({@code AdmissionBenchmark}).
 */
public final class RareFields {

  private static final int KEPT = 16;

  private final List<String> names;

  /** The last answers by the names. Threads may miss what another has put there, and put an equal one. */
  private final @Nullable Answer[] kept = new Answer[KEPT];

  private record Answer(Keys keys, boolean any) {

    /** Not equality, which looks into both. */
    @SuppressWarnings("ReferenceEquality")
    boolean isFor(Keys others) {
      return keys == others;
    }
  }

  private RareFields(List<String> names) {
    this.names = names;
  }

  /** Returns fields of these names. */
  public static RareFields of(String... names) {
    return new RareFields(List.of(names));
  }

  /** Returns whether an object has any of the fields, be it null. */
  public boolean isAnyIn(MappingValue object) {
    Keys keys = object.keys();
    int slot = keys.spread() & (KEPT - 1);
    Answer known = kept[slot];
    if (known == null || !known.isFor(keys)) {
      known = new Answer(keys, isAny(keys));
      if (keys.isShared()) {
        kept[slot] = known;
      }
    }
    return known.any();
  }

  private boolean isAny(Keys keys) {
    for (int i = 0; i < names.size(); i++) {
      if (keys.contains(names.get(i))) {
        return true;
      }
    }
    return false;
  }
}
