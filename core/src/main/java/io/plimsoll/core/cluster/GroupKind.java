package io.plimsoll.core.cluster;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.Kind;

/**
 * A kind in whatever version of its API.
 *
 * <p>It is compared by hand, since the JVM takes long to set up the first comparison of a record, and a test starts with a
 * cluster.
 */
record GroupKind(String group, String kind) {

  static GroupKind of(ObjectRef ref) {
    return new GroupKind(ref.group(), ref.kind());
  }

  static GroupKind of(Kind<?> kind) {
    return new GroupKind(kind.group(), kind.kind());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupKind that && kind.equals(that.kind) && group.equals(that.group);
  }

  @Override
  public int hashCode() {
    return 31 * group.hashCode() + kind.hashCode();
  }
}
