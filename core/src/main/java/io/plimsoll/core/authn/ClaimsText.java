package io.plimsoll.core.authn;

import io.plimsoll.core.manifest.GoText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a token says, as JSON with its names in order: as Go writes maps. */
final class ClaimsText {

  private ClaimsText() {}

  /** Returns maps, lists, texts and numbers as JSON. */
  static String json(Object value) {
    if (value instanceof Map<?, ?> map) {
      TreeMap<String, Object> sorted = new TreeMap<>(GoText::compare);
      map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
      return sorted.entrySet().stream()
          .map(entry -> GoText.json(entry.getKey()) + ":" + json(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ClaimsText::json).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof String text ? GoText.json(text) : value.toString();
  }
}
