package io.plimsoll.psa;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made lately, for who asks for the same few again and again.
 *
 * @param <K> what it is made of
 * @param <V> what is made
 */
final class Latest<K, V> {

  private static final int SLOTS = 64;

  private final AtomicReferenceArray<@Nullable Made<K, V>> last = new AtomicReferenceArray<>(SLOTS);

  private record Made<K, V>(K from, V made) {}

  /** Returns what this makes of something, or what was made of an equal thing if that is still kept. */
  V get(K from, Function<K, V> maker) {
    return get(from.hashCode(), from, maker);
  }

  /**
   * Returns what this makes of something, or what was made of an equal thing if that is still kept.
   *
   * @param hash the same for equal things, where that costs less than their own; of those that share a slot the last is kept
   */
  V get(int hash, K from, Function<K, V> maker) {
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    Made<K, V> known = last.get(slot);
    if (known != null && known.from().equals(from)) {
      return known.made();
    }
    V made = maker.apply(from);
    last.set(slot, new Made<>(from, made));
    return made;
  }
}
