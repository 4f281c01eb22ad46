package io.plimsoll.core.cluster;

import io.plimsoll.core.model.KubeObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind in one namespace, by name.
 *
 * <p>An object without a name is one of its own, as it gets a name of its own when it is created. A reference without a name
 * finds it if it is the only one.
 */
final class Bucket {

  static final Bucket EMPTY = new Bucket(LayeredMap.empty(), 0);

  private final LayeredMap<Key, Entry> entries;
  private final int size;
  private volatile @Nullable Listing listing;

  private Bucket(LayeredMap<Key, Entry> entries, int size) {
    this.entries = entries;
    this.size = size;
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
    List<Entry> unnamed = entries().stream()
        .filter(entry -> entry.object().ref().name().isEmpty())
        .limit(2)
        .toList();
    return unnamed.size() == 1 ? new Key("", unnamed.get(0).sequence()) : null;
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
    Key key = find(name);
    if (key == null || entries.get(key) == null) {
      return this;
    }
    Builder rest = new Builder(this);
    rest.remove(key);
    return rest.build();
  }

  /** A bucket in the making. */
  static final class Builder {

    private final LayeredMap.Builder<Key, Entry> entries;
    private int size;

    /** Starts with what a bucket holds. */
    Builder(Bucket bucket) {
      this.entries = bucket.entries.toBuilder();
      this.size = bucket.size;
    }

    /** Adds an object; it takes the place of the one of its name, which is returned, if there is one. */
    @Nullable
    KubeObject add(KubeObject object, long sequence) {
      Key key = Key.of(object, sequence);
      Entry before = entries.get(key);
      if (before == null) {
        entries.put(key, new Entry(object, sequence));
        size++;
        return null;
      }
      entries.put(key, before.replacedBy(object));
      return before.object();
    }

    private void remove(Key key) {
      entries.remove(key);
      size--;
    }

    Bucket build() {
      return new Bucket(entries.build(), size);
    }
  }
}
