package io.plimsoll.core.authn;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was found out about some values and takes long to find out: a signature need not be checked with each request.
 *
 * @param <K> the values
 * @param <V> what was found out
 */
final class Memo<K, V> {

  /** Whoever shows more certificates waits for each. */
  private static final int MOST = 1_000;

  private final Map<K, V> known = new ConcurrentHashMap<>();

  Optional<V> find(K key) {
    return Optional.ofNullable(known.get(key));
  }

  void put(K key, V value) {
    if (known.size() < MOST) {
      known.put(key, value);
    }
  }

  /** Returns what is known, or else what a pure function makes. */
  V get(K key, Function<K, V> function) {
    V value = known.get(key);
    if (value == null) {
      value = function.apply(key);
      put(key, value);
    }
    return value;
  }
}
