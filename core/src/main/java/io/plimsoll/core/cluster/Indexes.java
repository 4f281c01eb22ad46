package io.plimsoll.core.cluster;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was made of a cluster so far, by its index. Threads that ask at the same time may each make it; they are equal. */
final class Indexes {

  private volatile Map<ClusterIndex<?>, Object> made;

  Indexes() {
    this(Map.of());
  }

  private Indexes(Map<ClusterIndex<?>, Object> made) {
    this.made = made;
  }

  @SuppressWarnings("unchecked") // it was made by this index
  <T> T get(ClusterIndex<T> index, Cluster cluster) {
    @Nullable Object known = made.get(index);
    if (known != null) {
      return (T) known;
    }
    T value = index.make(cluster);
    keep(index, value);
    return value;
  }

  private synchronized void keep(ClusterIndex<?> index, Object value) {
    Map<ClusterIndex<?>, Object> all = new HashMap<>(made);
    all.put(index, value);
    made = all;
  }

  /** Returns what stays true when objects of these kinds change. */
  Indexes after(Collection<GroupKind> changed) {
    Map<ClusterIndex<?>, Object> known = made;
    if (known.isEmpty()) {
      return new Indexes();
    }
    Map<ClusterIndex<?>, Object> rest = new HashMap<>(known);
    rest.keySet().removeIf(index -> changed.stream().anyMatch(index::looksAt));
    return new Indexes(rest);
  }
}
