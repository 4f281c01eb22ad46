package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.Keys;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Several ways from an object to fields within it, joined where they start alike; {@code *} stands for each item of a list. */
final class FieldWays {

  private static final String ITEMS = "*";

  private static final int KEPT = 16;

  /** What follows each field. */
  private final Map<String, FieldWays> byField;

  /** What follows in each item of a list. */
  private final @Nullable FieldWays items;

  /**
   * Where the ways go on in objects of some names, which others share, so that what is there is not looked up again. Threads may
   * miss what another has put there, and put an equal one.
   */
  private final @Nullable Steps[] kept = new Steps[KEPT];

  private FieldWays(Map<String, FieldWays> byField) {
    this.byField = byField;
    this.items = byField.get(ITEMS);
  }

  /** The fields of some names that ways go on at, and how. */
  private static final class Steps {

    private final Keys keys;
    private final int[] places;
    private final FieldWays[] rests;

    Steps(Keys keys, Map<String, FieldWays> byField) {
      this.keys = keys;
      this.places = IntStream.range(0, keys.size())
          .filter(i -> byField.containsKey(keys.get(i)))
          .toArray();
      this.rests =
          IntStream.of(places).mapToObj(i -> byField.get(keys.get(i))).toArray(FieldWays[]::new);
    }

    /** Not equality, which looks into both. */
    @SuppressWarnings("ReferenceEquality")
    boolean areFor(Keys others) {
      return keys == others;
    }
  }

  /** Returns these ways, of which none is the start of another. */
  static FieldWays of(List<String[]> ways) {
    return of(ways, 0);
  }

  private static FieldWays of(List<String[]> ways, int at) {
    Map<String, List<String[]>> byField = new LinkedHashMap<>();
    for (String[] way : ways) {
      if (at < way.length) {
        byField.computeIfAbsent(way[at], field -> new ArrayList<>()).add(way);
      }
    }
    Map<String, FieldWays> rests = new LinkedHashMap<>();
    byField.forEach((field, rest) -> rests.put(field, of(rest, at + 1)));
    return new FieldWays(rests);
  }

  /** Returns whether any of the ways leads to something that is neither null nor an empty list. */
  boolean isAnySet(Value value) {
    if (byField.isEmpty()) {
      return !value.isNull() && !(value instanceof SequenceValue list && list.size() == 0);
    }
    if (value instanceof MappingValue map) {
      return isAnySet(map);
    } else if (value instanceof SequenceValue list && items != null) {
      for (int i = 0; i < list.size(); i++) {
        if (items.isAnySet(list.get(i))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isAnySet(MappingValue map) {
    Steps steps = steps(map.keys());
    for (int i = 0; i < steps.places.length; i++) {
      if (steps.rests[i].isAnySet(map.value(steps.places[i]))) {
        return true;
      }
    }
    return false;
  }

  private Steps steps(Keys keys) {
    int slot = keys.spread() & (KEPT - 1);
    Steps steps = kept[slot];
    if (steps == null || !steps.areFor(keys)) {
      steps = new Steps(keys, byField);
      if (keys.isShared()) {
        kept[slot] = steps;
      }
    }
    return steps;
  }
}
