package io.plimsoll.core.cluster;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.Kind;

/** A kind in whatever version of its API. */
record GroupKind(String group, String kind) {

  static GroupKind of(ObjectRef ref) {
    return new GroupKind(ref.group(), ref.kind());
  }

  static GroupKind of(Kind<?> kind) {
    return new GroupKind(kind.group(), kind.kind());
  }
}
