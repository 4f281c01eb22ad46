package io.plimsoll.core.cluster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of which the next one differs little: a map that many share and the few changes since. Once these are more
 * than the square root of the map, a new map takes both. So what grows entry by entry copies little each time.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class LayeredMap<K, V> {

  private static final int FEW = 32;

  private static final LayeredMap<?, ?> EMPTY = new LayeredMap<>(Map.of(), Map.of());

  private final Map<K, V> shared;
  private final Map<K, Optional<V>> changes;

  /** Takes ownership of the maps; a change to nothing is a removal. */
  private LayeredMap(Map<K, V> shared, Map<K, Optional<V>> changes) {
    this.shared = shared;
    this.changes = changes;
  }

  @SuppressWarnings("unchecked") // it has neither keys nor values
  static <K, V> LayeredMap<K, V> empty() {
    return (LayeredMap<K, V>) EMPTY;
  }

  @Nullable
  V get(K key) {
    Optional<V> changed = changes.get(key);
    return changed == null ? shared.get(key) : changed.orElse(null);
  }

  /** Returns all entries, those that were added later at the end. */
  Map<K, V> all() {
    return changes.isEmpty() ? shared : merged(shared, changes);
  }

  private static <K, V> Map<K, V> merged(Map<K, V> shared, Map<K, Optional<V>> changes) {
    Map<K, V> all = new LinkedHashMap<>(shared);
    for (Map.Entry<K, Optional<V>> change : changes.entrySet()) {
      if (change.getValue().isPresent()) {
        all.put(change.getKey(), change.getValue().get());
      } else {
        all.remove(change.getKey());
      }
    }
    return all;
  }

  /** Returns the next map in the making. */
  Builder<K, V> toBuilder() {
    return new Builder<>(this);
  }

  /**
   * A map in the making.
   *
   * @param <K> the keys
   * @param <V> the values
   */
  static final class Builder<K, V> {

    private final Map<K, V> shared;
    private final Map<K, Optional<V>> changes;

    private Builder(LayeredMap<K, V> map) {
      this.shared = map.shared;
      this.changes = new LinkedHashMap<>(map.changes);
    }

    @Nullable
    V get(K key) {
      Optional<V> changed = changes.get(key);
      return changed == null ? shared.get(key) : changed.orElse(null);
    }

    void put(K key, V value) {
      changes.put(key, Optional.of(value));
    }

    void remove(K key) {
      changes.put(key, Optional.empty());
    }

    LayeredMap<K, V> build() {
      int few = Math.max(FEW, (int) Math.sqrt(shared.size()));
      return changes.size() <= few
          ? new LayeredMap<>(shared, changes)
          : new LayeredMap<>(merged(shared, changes), Map.of());
    }
  }
}
