package io.plimsoll.core.cluster;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was made of a cluster so far, by its index. Threads that ask at the same time may each make it; they are equal. */
final class Indexes {

  private volatile Made made;

  Indexes() {
    this(Made.NOTHING);
  }

  private Indexes(Made made) {
    this.made = made;
  }

  /**
   * What was made; never changed, so that clusters can share it.
   *
   * @param byIndex what was made
   * @param kinds all kinds that these indexes look at
   */
  private record Made(Map<ClusterIndex<?>, Object> byIndex, Set<GroupKind> kinds) {

    static final Made NOTHING = new Made(Map.of(), Set.of());

    static Made of(Map<ClusterIndex<?>, Object> byIndex) {
      Set<GroupKind> kinds = new HashSet<>();
      byIndex.keySet().forEach(index -> kinds.addAll(index.kinds()));
      return new Made(byIndex, kinds);
    }

    Made with(ClusterIndex<?> index, Object value) {
      Map<ClusterIndex<?>, Object> all = new HashMap<>(byIndex);
      all.put(index, value);
      return of(all);
    }

    Made without(Collection<GroupKind> changed) {
      Map<ClusterIndex<?>, Object> rest = new HashMap<>(byIndex);
      rest.keySet().removeIf(index -> !Collections.disjoint(index.kinds(), changed));
      return of(rest);
    }
  }

  @SuppressWarnings("unchecked") // it was made by this index
  <T> T get(ClusterIndex<T> index, Cluster cluster) {
    @Nullable Object known = made.byIndex().get(index);
    if (known != null) {
      return (T) known;
    }
    T value = index.make(cluster);
    keep(index, value);
    return value;
  }

  private synchronized void keep(ClusterIndex<?> index, Object value) {
    made = made.with(index, value);
  }

  /** Returns what stays true when objects of these kinds change. */
  Indexes after(Collection<GroupKind> changed) {
    Made known = made;
    for (GroupKind kind : changed) {
      if (known.kinds().contains(kind)) {
        return new Indexes(known.without(changed));
      }
    }
    return new Indexes(known);
  }
}
