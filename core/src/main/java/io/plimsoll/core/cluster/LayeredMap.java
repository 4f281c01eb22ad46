package io.plimsoll.core.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of which the next one differs little: a map that many share and a chain of the few changes since, the last
 * first. Once these are more than the square root of the map, a new map takes both. So what grows entry by entry copies little
 * each time.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class LayeredMap<K, V> {

  private static final int FEW = 32;

  private static final LayeredMap<?, ?> EMPTY = new LayeredMap<>(Map.of(), null);

  private final Map<K, V> shared;
  private final @Nullable Change<K, V> last;

  /** Takes ownership of the map. */
  private LayeredMap(Map<K, V> shared, @Nullable Change<K, V> last) {
    this.shared = shared;
    this.last = last;
  }

  /** A change: the value of a key, or {@code null} if the key is gone; and the change before it. */
  private static final class Change<K, V> {
    final K key;
    final int hash;
    final @Nullable V value;
    final @Nullable Change<K, V> before;
    final int count;

    Change(K key, @Nullable V value, @Nullable Change<K, V> before) {
      this.key = key;
      this.hash = key.hashCode();
      this.value = value;
      this.before = before;
      this.count = before == null ? 1 : before.count + 1;
    }
  }

  @SuppressWarnings("unchecked") // it has neither keys nor values
  static <K, V> LayeredMap<K, V> empty() {
    return (LayeredMap<K, V>) EMPTY;
  }

  @Nullable
  V get(K key) {
    int hash = key.hashCode();
    for (Change<K, V> change = last; change != null; change = change.before) {
      if (change.hash == hash && change.key.equals(key)) {
        return change.value;
      }
    }
    return shared.get(key);
  }

  /** Returns all entries, those that were added later at the end. */
  Map<K, V> all() {
    return last == null ? shared : merged();
  }

  private Map<K, V> merged() {
    Deque<Change<K, V>> changes = new ArrayDeque<>();
    for (Change<K, V> change = last; change != null; change = change.before) {
      changes.push(change);
    }
    Map<K, V> all = new LinkedHashMap<>(shared);
    for (Change<K, V> change : changes) {
      put(all, change.key, change.value);
    }
    return all;
  }

  private static <K, V> void put(Map<K, V> all, K key, @Nullable V value) {
    if (value == null) {
      all.remove(key);
    } else {
      all.put(key, value);
    }
  }

  /** Returns the map with another value of a key. */
  LayeredMap<K, V> with(K key, V value) {
    return changed(key, value);
  }

  /** Returns the map without a key. */
  LayeredMap<K, V> without(K key) {
    return changed(key, null);
  }

  private LayeredMap<K, V> changed(K key, @Nullable V value) {
    if (value != null && last == null && isOnly(key)) {
      // A namespace has one quota, which changes with each pod.
      return new LayeredMap<>(Map.of(key, value), null);
    }
    LayeredMap<K, V> next = new LayeredMap<>(shared, new Change<>(key, value, last));
    return last != null && last.count >= Math.max(FEW, (int) Math.sqrt(shared.size()))
        ? new LayeredMap<>(next.merged(), null)
        : next;
  }

  private boolean isOnly(K key) {
    return shared.isEmpty() || (shared.size() == 1 && shared.containsKey(key));
  }

  /** Returns the map with other values of many keys, for less than one after the other. */
  LayeredMap<K, V> withAll(Map<K, V> others) {
    if (others.size() < FEW) {
      LayeredMap<K, V> next = this;
      for (Map.Entry<K, V> other : others.entrySet()) {
        next = next.with(other.getKey(), other.getValue());
      }
      return next;
    }
    Map<K, V> all = new LinkedHashMap<>(all());
    all.putAll(others);
    return new LayeredMap<>(all, null);
  }
}
