package io.plimsoll.core.schema;

import java.util.List;

/**
 * How a value that is applied joins the one that is there: {@code x-kubernetes-list-type}, {@code x-kubernetes-list-map-keys}
 * and {@code x-kubernetes-map-type} of Kubernetes' OpenAPI.
 */
public sealed interface Merge {

  /** The new value takes the place of the old one: scalars, and lists where nothing else is said. */
  Merge ATOMIC = new Atomic();

  /** Each field, or each value of a map, by itself: objects and maps where nothing else is said. */
  Merge GRANULAR = new Granular();

  /** A list of scalars, each of which is there once. */
  Merge SET = new Set();

  /** The whole value is one. */
  record Atomic() implements Merge {}

  /** Each field or key is one. */
  record Granular() implements Merge {}

  /** Each item of a list is one, and its own key. */
  record Set() implements Merge {}

  /**
   * Each item of a list is one, and some of its fields are its key.
   *
   * @param keys the fields, in order; at least one
   */
  record Keyed(List<String> keys) implements Merge {
    public Keyed {
      keys = List.copyOf(keys);
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("no key: \"" + keys + "\"");
      }
    }
  }
}
