package io.plimsoll.psa;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made last, for who asks for the same again and again.
 *
 * @param <K> what it is made of
 * @param <V> what is made
 */
final class Latest<K, V> {

  private volatile @Nullable Made<K, V> last;

  private record Made<K, V>(K from, V made) {}

  /** Returns what this makes of something, or what was made of an equal thing if that was the last. */
  V get(K from, Function<K, V> maker) {
    Made<K, V> known = last;
    if (known != null && known.from().equals(from)) {
      return known.made();
    }
    V made = maker.apply(from);
    last = new Made<>(from, made);
    return made;
  }
}
