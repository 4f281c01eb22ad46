package io.plimsoll.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of maps that keep the order of their keys, which {@link Map#copyOf} does not. */
public final class Maps {

  private Maps() {}

  /** Returns an unmodifiable copy in the same order. */
  public static <V> Map<String, V> copy(Map<String, V> map) {
    if (map.size() == 1) {
      // Most label selectors have one label, and there are many of them.
      Map.Entry<String, V> only = map.entrySet().iterator().next();
      return Map.of(only.getKey(), only.getValue());
    }
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
