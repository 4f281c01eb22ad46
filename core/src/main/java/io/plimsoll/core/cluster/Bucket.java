package io.plimsoll.core.cluster;

import io.plimsoll.core.model.KubeObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects of one kind in one namespace, by name and in the order they came. */
final class Bucket {

  static final Bucket EMPTY = new Bucket(Map.of());

  private final Map<String, Entry> byName;

  private Bucket(Map<String, Entry> byName) {
    this.byName = byName;
  }

  /**
   * An object and its place in the order of the whole cluster.
   *
   * @param object the object
   * @param sequence grows from object to object
   */
  record Entry(KubeObject object, long sequence) {}

  @Nullable
  KubeObject get(String name) {
    Entry entry = byName.get(name);
    return entry == null ? null : entry.object();
  }

  Collection<Entry> entries() {
    return byName.values();
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  /** Returns the bucket with an object; one of the same name keeps its place. */
  Bucket with(KubeObject object, long sequence) {
    Map<String, Entry> copy = new LinkedHashMap<>(byName);
    put(copy, object, sequence);
    return new Bucket(copy);
  }

  Bucket without(String name) {
    Map<String, Entry> copy = new LinkedHashMap<>(byName);
    copy.remove(name);
    return new Bucket(copy);
  }

  private static void put(Map<String, Entry> entries, KubeObject object, long sequence) {
    Entry before = entries.get(object.ref().name());
    entries.put(
        object.ref().name(), new Entry(object, before == null ? sequence : before.sequence()));
  }

  /** A bucket in the making. */
  static final class Builder {

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Adds an object and returns the one of the same name that it replaces, if there is one. */
    @Nullable
    KubeObject add(KubeObject object, long sequence) {
      Entry before = entries.get(object.ref().name());
      put(entries, object, sequence);
      return before == null ? null : before.object();
    }

    Bucket build() {
      return new Bucket(entries);
    }
  }
}
