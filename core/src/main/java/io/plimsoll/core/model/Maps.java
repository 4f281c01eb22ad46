package io.plimsoll.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of maps that keep the order of their keys, which {@link Map#copyOf} does not. */
public final class Maps {

  private Maps() {}

  /** Returns an unmodifiable copy in the same order. */
  public static <V> Map<String, V> copy(Map<String, V> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
