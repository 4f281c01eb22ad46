package io.plimsoll.core.patch;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping within a document that several operations of a JSON patch add values to, so that it is put together once and not
 * after each of them.
 */
final class OpenMapping {

  private final JsonTarget target;
  private final MappingValue mapping;
  private final String path;
  private final Map<String, Value> entries;

  private OpenMapping(JsonTarget target, MappingValue mapping, String path) {
    this.target = target;
    this.mapping = mapping;
    this.path = path;
    this.entries = mapping.toMap();
  }

  /** Returns the mapping that a path leads into; null if it leads into a list. */
  static @Nullable OpenMapping of(JsonTarget target, String path) {
    return target.container() instanceof MappingValue mapping
        ? new OpenMapping(target, mapping, parentOf(path))
        : null;
  }

  /** Returns the path without what follows the last slash, or the path itself if there is none: no path of a mapping. */
  private static String parentOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  /** Returns whether a path leads into this mapping, as its text says. */
  boolean holds(String other) {
    return other.indexOf('/') >= 0 && parentOf(other).equals(path);
  }

  /** Sets a value: in its place if it is there already, else at the end. */
  void put(String at, Value value) {
    entries.put(JsonTarget.decode(at.substring(at.lastIndexOf('/') + 1)), value);
  }

  /** Returns the document with all that was set. */
  Value closed() {
    return target.rebuilt(mapping.withEntries(entries));
  }
}
