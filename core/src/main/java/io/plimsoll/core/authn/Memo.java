package io.plimsoll.core.authn;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a pure function, which takes long, made of some values: a signature need not be checked with each request.
 *
 * @param <K> the values
 * @param <V> what is made of them
 */
final class Memo<K, V> {

  /** Whoever shows more certificates waits for each. */
  private static final int MOST = 1_000;

  private final Map<K, V> known = new ConcurrentHashMap<>();

  V get(K key, Function<K, V> function) {
    V value = known.get(key);
    if (value == null) {
      value = function.apply(key);
      if (known.size() < MOST) {
        known.put(key, value);
      }
    }
    return value;
  }
}
