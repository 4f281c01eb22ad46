package io.plimsoll.core.cluster;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was made of a cluster so far, by its index. Threads that ask at the same time may each make it; they are equal. */
final class Indexes {

  private volatile Made made;

  /**
   * What was made.
   *
   * @param values the values by their indexes
   * @param kinds all kinds that any of them is made of: most objects that change are of none
   */
  private record Made(Map<ClusterIndex<?>, Object> values, Set<GroupKind> kinds) {

    static final Made NOTHING = new Made(Map.of(), Set.of());

    Made with(ClusterIndex<?> index, Object value) {
      Map<ClusterIndex<?>, Object> all = new HashMap<>(values);
      all.put(index, value);
      Set<GroupKind> looked = new HashSet<>(kinds);
      looked.addAll(index.kinds());
      return new Made(all, looked);
    }

    Made without(Set<GroupKind> changed) {
      Made rest = NOTHING;
      for (Map.Entry<ClusterIndex<?>, Object> entry : values.entrySet()) {
        if (Collections.disjoint(entry.getKey().kinds(), changed)) {
          rest = rest.with(entry.getKey(), entry.getValue());
        }
      }
      return rest;
    }
  }

  Indexes() {
    this(Made.NOTHING);
  }

  private Indexes(Made made) {
    this.made = made;
  }

  @SuppressWarnings("unchecked") // it was made by this index
  <T> T get(ClusterIndex<T> index, Cluster cluster) {
    @Nullable Object known = made.values().get(index);
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
  Indexes after(Set<GroupKind> changed) {
    Made known = made;
    return new Indexes(
        Collections.disjoint(known.kinds(), changed) ? known : known.without(changed));
  }
}
