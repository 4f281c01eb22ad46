package io.plimsoll.core.cluster;

import io.plimsoll.core.model.KubeObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind in one namespace, by name.
 *
 * <p>An object without a name is one of its own, as it gets a name of its own when it is created. A reference without a name
 * finds it if it is the only one.
 *
 * <p>A bucket is a map that many buckets share and the few changes since; once these are more than the square root of the map,
 * a new map takes both. So a cluster that grows object by object copies little each time.
 */
final class Bucket {

  static final Bucket EMPTY = new Bucket(Map.of(), Map.of(), 0);

  private static final int FEW = 32;

  private final Map<Key, Entry> shared;
  private final Map<Key, Optional<Entry>> changes;
  private final int size;
  private volatile @Nullable Listing listing;

  /** Takes ownership of the maps; a change to nothing is a removal. */
  private Bucket(Map<Key, Entry> shared, Map<Key, Optional<Entry>> changes, int size) {
    this.shared = shared;
    this.changes = changes;
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
    return key == null ? null : entry(shared, changes, key);
  }

  private static @Nullable Entry entry(
      Map<Key, Entry> shared, Map<Key, Optional<Entry>> changes, Key key) {
    Optional<Entry> changed = changes.get(key);
    return changed == null ? shared.get(key) : changed.orElse(null);
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
    return changes.isEmpty() ? shared.values() : merged(shared, changes).values();
  }

  private static Map<Key, Entry> merged(Map<Key, Entry> shared, Map<Key, Optional<Entry>> changes) {
    Map<Key, Entry> all = new LinkedHashMap<>(shared);
    for (Map.Entry<Key, Optional<Entry>> change : changes.entrySet()) {
      if (change.getValue().isPresent()) {
        all.put(change.getKey(), change.getValue().get());
      } else {
        all.remove(change.getKey());
      }
    }
    return all;
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
    if (key == null || entry(shared, changes, key) == null) {
      return this;
    }
    Builder rest = new Builder(this);
    rest.remove(key);
    return rest.build();
  }

  /** A bucket in the making. */
  static final class Builder {

    private final Map<Key, Entry> shared;
    private final Map<Key, Optional<Entry>> changes;
    private int size;

    /** Starts with what a bucket holds. */
    Builder(Bucket bucket) {
      this.shared = bucket.shared;
      this.changes = new LinkedHashMap<>(bucket.changes);
      this.size = bucket.size;
    }

    /** Adds an object; it takes the place of the one of its name, which is returned, if there is one. */
    @Nullable
    KubeObject add(KubeObject object, long sequence) {
      Key key = Key.of(object, sequence);
      Entry before = entry(shared, changes, key);
      if (before == null) {
        changes.put(key, Optional.of(new Entry(object, sequence)));
        size++;
        return null;
      }
      changes.put(key, Optional.of(before.replacedBy(object)));
      return before.object();
    }

    private void remove(Key key) {
      changes.put(key, Optional.empty());
      size--;
    }

    Bucket build() {
      int few = Math.max(FEW, (int) Math.sqrt(shared.size()));
      return changes.size() <= few
          ? new Bucket(shared, changes, size)
          : new Bucket(merged(shared, changes), Map.of(), size);
    }
  }
}
