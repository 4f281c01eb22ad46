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

  private final String[] fields;
  private final FieldWays[] rests;

  private FieldWays(String[] fields, FieldWays[] rests) {
    this.fields = fields;
    this.rests = rests;
  }

  /** Returns these ways. */
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
    return new FieldWays(
        byField.keySet().toArray(new String[0]),
        byField.values().stream().map(rest -> of(rest, at + 1)).toArray(FieldWays[]::new));
  }

  /** Returns whether any of the ways leads to something that is neither null nor an empty list. */
  boolean isAnySet(@Nullable Value value) {
    if (value == null) {
      return false;
    }
    if (fields.length == 0) {
      return !value.isNull() && !(value instanceof SequenceValue list && list.size() == 0);
    }
    if (value instanceof MappingValue map) {
      for (int i = 0; i < fields.length; i++) {
        if (rests[i].isAnySet(map.get(fields[i]))) {
          return true;
        }
      }
    } else if (value instanceof SequenceValue list && fields[0].equals(ITEMS)) {
      for (int i = 0; i < list.size(); i++) {
        if (rests[0].isAnySet(list.get(i))) {
          return true;
        }
      }
    }
    return false;
  }
}
