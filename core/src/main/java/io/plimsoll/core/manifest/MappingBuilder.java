package io.plimsoll.core.manifest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping in the making. Of two entries with one name the later wins, in the place of the earlier. */
final class MappingBuilder {

  private static final int INDEX_FROM = 12;
  private static final int NONE = -1;

  private String[] keys = new String[8];
  private Value[] values = new Value[8];
  private int[] offsets = new int[16];
  private int size;
  private @Nullable Map<String, Integer> index;

  void clear() {
    Arrays.fill(keys, 0, size, "");
    Arrays.fill(values, 0, size, null);
    size = 0;
    index = null;
  }

  int size() {
    return size;
  }

  /** Returns the place of a name, or -1. */
  int find(String key) {
    if (index != null) {
      return index.getOrDefault(key, NONE);
    }
    for (int i = 0; i < size; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return NONE;
  }

  int keyStart(int at) {
    return offsets[2 * at];
  }

  int keyEnd(int at) {
    return offsets[2 * at + 1];
  }

  String key(int at) {
    return keys[at];
  }

  Value value(int at) {
    return values[at];
  }

  /** Sets an entry; {@code at} is what {@link #find} said of its name. */
  void put(int at, String key, int keyStart, int keyEnd, Value value) {
    int place = at;
    if (place == NONE) {
      place = size++;
      if (place == keys.length) {
        grow();
      }
      keys[place] = key;
      remember(key, place);
    }
    values[place] = value;
    offsets[2 * place] = keyStart;
    offsets[2 * place + 1] = keyEnd;
  }

  private void remember(String key, int place) {
    if (index != null) {
      index.put(key, place);
    } else if (size > INDEX_FROM) {
      index = new HashMap<>();
      for (int i = 0; i < size; i++) {
        index.put(keys[i], i);
      }
    }
  }

  private void grow() {
    keys = Arrays.copyOf(keys, size * 2);
    values = Arrays.copyOf(values, size * 2);
    offsets = Arrays.copyOf(offsets, size * 4);
  }

  MappingValue build(Reading reading, int start, int end) {
    return new MappingValue(
        reading.source,
        start,
        end,
        Keys.of(keys, size),
        Arrays.copyOf(values, size),
        Arrays.copyOf(offsets, 2 * size));
  }
}
