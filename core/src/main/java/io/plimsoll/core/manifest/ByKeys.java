package io.plimsoll.core.manifest;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What depends on nothing but the names of a mapping, kept for the last names that were asked for: mappings of one type come in few
 * shapes, so that nothing need be looked up in most.
 *
 * @param <T> what is found out of names
 */
public final class ByKeys<T> {

  private static final int PAIR_BITS = 4;

  private final Function<Keys, T> find;

  /** The last two of each hash. Threads may miss what another has put there, and put an equal one. */
  private final @Nullable Found<T>[] kept;

  private record Found<T>(Keys keys, T value) {

    /** Not equality, which looks into both. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Keys others) {
      return keys == others;
    }
  }

  @SuppressWarnings("unchecked") // nothing else is put in
  private ByKeys(Function<Keys, T> find) {
    this.find = find;
    this.kept = (Found<T>[]) new Found<?>[2 << PAIR_BITS];
  }

  /** Returns what is found out like this, which must be the same for equal names. */
  public static <T> ByKeys<T> of(Function<Keys, T> find) {
    return new ByKeys<>(find);
  }

  /** Returns what is found out of names. */
  public T get(Keys keys) {
    int pair = keys.spread() >>> (Integer.SIZE - PAIR_BITS) << 1;
    Found<T> first = kept[pair];
    if (first != null && first.isOf(keys)) {
      return first.value();
    }
    // Two shapes that are asked for in turn must not drive each other out.
    Found<T> second = kept[pair + 1];
    if (second != null && second.isOf(keys)) {
      return second.value();
    }
    T value = find.apply(keys);
    if (keys.isShared()) {
      kept[pair + 1] = first;
      kept[pair] = new Found<>(keys, value);
    }
    return value;
  }
}
