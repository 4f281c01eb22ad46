package io.plimsoll.core.cluster;

import io.plimsoll.core.model.KubeObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind in one namespace, by name and in the order they came.
 *
 * <p>An object without a name is one of its own, as it gets a name of its own when it is created. A reference without a name
 * finds it if it is the only one.
 */
final class Bucket {

  static final Bucket EMPTY = new Bucket(Map.of());

  private final Map<Key, Entry> entries;
  private volatile @Nullable Listing listing;

  private Bucket(Map<Key, Entry> entries) {
    this.entries = entries;
  }

  /**
   * What an object is known by. Like {@link GroupKind}, it is compared by hand.
   *
   * @param name its name, if it has one
   * @param sequence tells those apart that have none
   */
  private record Key(String name, long sequence) {
    static Key of(KubeObject object, long sequence) {
      String name = object.ref().name();
      return name.isEmpty() ? new Key("", sequence) : named(name);
    }

    static Key named(String name) {
      return new Key(name, -1);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && sequence == that.sequence && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + Long.hashCode(sequence);
    }
  }

  @Nullable
  Entry get(String name) {
    Key key = find(name);
    return key == null ? null : entries.get(key);
  }

  private @Nullable Key find(String name) {
    if (!name.isEmpty()) {
      return Key.named(name);
    }
    List<Key> unnamed =
        entries.keySet().stream().filter(key -> key.name().isEmpty()).limit(2).toList();
    return unnamed.size() == 1 ? unnamed.get(0) : null;
  }

  Collection<Entry> entries() {
    return entries.values();
  }

  Listing listing() {
    Listing known = listing;
    if (known == null) {
      known = new Listing(List.copyOf(entries.values()));
      listing = known;
    }
    return known;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  Bucket without(String name) {
    Key key = find(name);
    if (key == null) {
      return this;
    }
    Map<Key, Entry> copy = new LinkedHashMap<>(entries);
    copy.remove(key);
    return new Bucket(copy);
  }

  /** A bucket in the making. */
  static final class Builder {

    private final Map<Key, Entry> entries;

    /** Starts with what a bucket holds. */
    Builder(Bucket bucket) {
      this.entries = new LinkedHashMap<>(bucket.entries);
    }

    /** Adds an object; it takes the place of the one of its name, which is returned, if there is one. */
    @Nullable
    KubeObject add(KubeObject object, long sequence) {
      Key key = Key.of(object, sequence);
      Entry before = entries.get(key);
      entries.put(key, before == null ? new Entry(object, sequence) : before.replacedBy(object));
      return before == null ? null : before.object();
    }

    Bucket build() {
      return new Bucket(entries);
    }
  }
}
