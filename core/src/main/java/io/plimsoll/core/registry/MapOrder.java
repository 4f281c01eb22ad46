package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Goes through maps in the order of their keys, where upstream's order is random. */
public final class MapOrder {

  private MapOrder() {}

  /** Returns the entries in the order of their keys. */
  public static <T> List<Map.Entry<String, T>> byKey(Map<String, T> map) {
    List<Map.Entry<String, T>> entries = new ArrayList<>(map.entrySet());
    if (entries.size() < 2) {
      return entries;
    }
    entries.sort(Map.Entry.comparingByKey(GoText::compare));
    return entries;
  }
}
