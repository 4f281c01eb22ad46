package io.plimsoll.core.cluster;

import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.Map;

/** Namespaces as an API server keeps them: each has its name as a label. Mirrors {@code pkg/registry/core/namespace/strategy.go}. */
final class Namespaces {

  private Namespaces() {}

  /** Returns a namespace that nothing defines. */
  static Namespace implied(String name) {
    return labelled(new Namespace(ObjectMeta.builder().name(name).build(), null));
  }

  /** Returns a namespace with its label. */
  static Namespace labelled(Namespace namespace) {
    String name = namespace.metadata().nameOrEmpty();
    Map<String, String> labels = namespace.metadata().labels();
    if (name.equals(labels.get(Namespace.NAME_LABEL))) {
      return namespace;
    }
    Map<String, String> more = new LinkedHashMap<>(labels);
    more.put(Namespace.NAME_LABEL, name);
    return new Namespace(namespace.metadata().toBuilder().labels(more).build(), namespace.phase());
  }
}
