package io.plimsoll.core.cluster;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for, then kept. Threads that ask at the same time may each make it; they are equal.
 *
 * @param <T> the value
 */
final class Lazy<T> {

  private volatile @Nullable T value;

  /** Returns the value, made by this unless it is there already. */
  T get(Supplier<T> maker) {
    T known = value;
    if (known == null) {
      known = maker.get();
      value = known;
    }
    return known;
  }
}
