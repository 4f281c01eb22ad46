package io.plimsoll.core.cluster;

import io.plimsoll.core.model.KubeObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind in one namespace, by name.
 *
 * <p>An object without a name is one of its own, as it gets a name of its own when it is created. A reference without a name
 * finds it if it is the only one.
 */
final class Bucket {

  static final Bucket EMPTY = new Bucket(LayeredMap.empty(), 0);

  /** By names, and by sequences where there is no name. */
  private final LayeredMap<Object, Entry> entries;

  private final int size;
  private volatile @Nullable Listing listing;

  private Bucket(LayeredMap<Object, Entry> entries, int size) {
    this.entries = entries;
    this.size = size;
  }

  /** Returns what an object is known by: its name, or its sequence if it has none. */
  private static Object key(KubeObject object, long sequence) {
    String name = object.ref().name();
    return name.isEmpty() ? (Object) sequence : name;
  }

  @Nullable
  Entry get(String name) {
    Object key = find(name);
    return key == null ? null : entries.get(key);
  }

  private @Nullable Object find(String name) {
    if (!name.isEmpty()) {
      return name;
    }
    List<Entry> unnamed = entries().stream()
        .filter(entry -> entry.object().ref().name().isEmpty())
        .limit(2)
        .toList();
    return unnamed.size() == 1 ? unnamed.get(0).sequence() : null;
  }

  /** Returns the entries, in no order. */
  Collection<Entry> entries() {
    return entries.all().values();
  }

  Listing listing() {
    Listing known = listing;
    if (known == null) {
      List<Entry> all = new ArrayList<>(entries());
      Collections.sort(all);
      known = new Listing(all);
      listing = known;
    }
    return known;
  }

  boolean isEmpty() {
    return size == 0;
  }

  Bucket without(String name) {
    Object key = find(name);
    if (key == null || entries.get(key) == null) {
      return this;
    }
    return new Bucket(entries.without(key), size - 1);
  }

  /** Returns the bucket with an object, in the place of the one of its name or else in that of its sequence. */
  Bucket with(Entry entry) {
    Object key = key(entry.object(), entry.sequence());
    Entry before = entries.get(key);
    return before == null
        ? new Bucket(entries.with(key, entry), size + 1)
        : new Bucket(entries.with(key, before.replacedBy(entry)), size);
  }

  /** A bucket that gets many further objects. */
  static final class Builder {

    private final Bucket bucket;
    private final Map<Object, Entry> changed = new LinkedHashMap<>();
    private int added;

    /** Starts with what a bucket holds. */
    Builder(Bucket bucket) {
      this.bucket = bucket;
    }

    /** Adds an object; it takes the place of the one of its name, which is returned, if there is one. */
    @Nullable
    KubeObject add(KubeObject object, long sequence) {
      Object key = key(object, sequence);
      Entry before = changed.get(key);
      before = before == null ? bucket.entries.get(key) : before;
      if (before == null) {
        changed.put(key, new Entry(object, sequence));
        added++;
        return null;
      }
      changed.put(key, before.replacedBy(new Entry(object, sequence)));
      return before.object();
    }

    Bucket build() {
      return new Bucket(bucket.entries.withAll(changed), bucket.size + added);
    }
  }
}
