package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several ways from an object to fields within it, joined where they start alike; {@code *} stands for each item of a list. */
final class FieldWays {

  private static final String ITEMS = "*";

  /** What follows each field, in a map and in arrays: which is asked depends on whether the object has more fields. */
  private final Map<String, FieldWays> byField;

  private final String[] fields;
  private final FieldWays[] rests;

  /** What follows in each item of a list. */
  private final @Nullable FieldWays items;

  private FieldWays(Map<String, FieldWays> byField) {
    this.byField = byField;
    this.fields = byField.keySet().toArray(new String[0]);
    this.rests = byField.values().toArray(new FieldWays[0]);
    this.items = byField.get(ITEMS);
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
    if (fields.length == 0) {
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
    if (map.size() < fields.length) {
      for (int i = 0; i < map.size(); i++) {
        FieldWays rest = byField.get(map.key(i));
        if (rest != null && rest.isAnySet(map.value(i))) {
          return true;
        }
      }
      return false;
    }
    for (int i = 0; i < fields.length; i++) {
      Value field = map.get(fields[i]);
      if (field != null && rests[i].isAnySet(field)) {
        return true;
      }
    }
    return false;
  }
}
