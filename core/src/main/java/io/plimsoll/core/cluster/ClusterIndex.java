package io.plimsoll.core.cluster;

import io.plimsoll.core.model.Kind;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Something that is made of the objects of some kinds, such as the roles and bindings an authorizer looks through.
 *
 * <p>{@link Cluster#index} makes it when it is first asked for and keeps it with the cluster; the clusters that
 * {@link Cluster#with} and {@link Cluster#without} make share it for as long as no object of these kinds changes. An index is
 * known by its identity, so it belongs into a constant.
 *
 * @param <T> what is made; immutable
 */
public final class ClusterIndex<T> {

  private final Function<Cluster, T> maker;
  private final Set<GroupKind> kinds;

  private ClusterIndex(Function<Cluster, T> maker, Set<GroupKind> kinds) {
    this.maker = maker;
    this.kinds = kinds;
  }

  /** Returns an index that is made by a pure function, which looks at objects of these kinds only. */
  public static <T> ClusterIndex<T> of(Function<Cluster, T> maker, Kind<?>... kinds) {
    Set<GroupKind> looked = new LinkedHashSet<>();
    for (Kind<?> kind : kinds) {
      looked.add(GroupKind.of(kind));
    }
    return new ClusterIndex<>(maker, looked);
  }

  /** Returns an index that is made by a pure function, which looks at objects of one kind only, for which there is no record. */
  public static <T> ClusterIndex<T> ofKind(Function<Cluster, T> maker, String group, String kind) {
    return new ClusterIndex<>(maker, Set.of(new GroupKind(group, kind)));
  }

  T make(Cluster cluster) {
    return maker.apply(cluster);
  }

  /** Returns the kinds of the objects that it is made of. */
  Set<GroupKind> kinds() {
    return kinds;
  }
}
