package io.plimsoll.core.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of maps that keep the order of their keys, which {@link Map#copyOf} does not. */
public final class Maps {

  private Maps() {}

  /** Returns an unmodifiable copy in the same order. */
  public static <V> Map<String, V> copy(Map<String, V> map) {
    int size = map.size();
    if (size <= 1) {
      // Most label selectors have one label, and there are many of them.
      return Map.copyOf(map);
    }
    if (size > OrderedMap.MAX_SIZE) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
    return map instanceof OrderedMap
        ? map
        : new OrderedMap<>(map.keySet().toArray(new String[0]), map.values().toArray());
  }

  /**
   * Returns an unmodifiable map in the order of its keys. Takes ownership of the arrays.
   *
   * @param keys the keys, each once
   * @param values the values of the keys
   * @param size how many of them there are from the start of both
   */
  public static <V> Map<String, V> of(String[] keys, V[] values, int size) {
    if (size == 0) {
      return Map.of();
    }
    if (size == 1) {
      return Map.of(keys[0], values[0]);
    }
    if (size <= OrderedMap.MAX_SIZE) {
      return new OrderedMap<>(
          size == keys.length ? keys : Arrays.copyOf(keys, size),
          size == keys.length ? values : Arrays.copyOf(values, size));
    }
    Map<String, V> map = new LinkedHashMap<>(2 * size);
    for (int i = 0; i < size; i++) {
      map.put(keys[i], values[i]);
    }
    return Collections.unmodifiableMap(map);
  }
}
