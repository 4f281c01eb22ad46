package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.ByKeys;
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

  /** What follows each field. */
  private final Map<String, FieldWays> byField;

  /** What follows in each item of a list. */
  private final @Nullable FieldWays items;

  /** Where the ways go on in an object of some names. */
  private final ByKeys<Steps> steps = ByKeys.of(this::steps);

  private FieldWays(Map<String, FieldWays> byField) {
    this.byField = byField;
    this.items = byField.get(ITEMS);
  }

  /** The places of the fields that ways go on at, and how they do. */
  private static final class Steps {

    private final int[] places;
    private final FieldWays[] rests;

    Steps(int[] places, FieldWays[] rests) {
      this.places = places;
      this.rests = rests;
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
    Steps along = steps.get(map.keys());
    for (int i = 0; i < along.places.length; i++) {
      if (along.rests[i].isAnySet(map.value(along.places[i]))) {
        return true;
      }
    }
    return false;
  }

  private Steps steps(Keys keys) {
    int[] places = IntStream.range(0, keys.size())
        .filter(i -> byField.containsKey(keys.get(i)))
        .toArray();
    FieldWays[] rests =
        IntStream.of(places).mapToObj(i -> byField.get(keys.get(i))).toArray(FieldWays[]::new);
    return new Steps(places, rests);
  }
}
