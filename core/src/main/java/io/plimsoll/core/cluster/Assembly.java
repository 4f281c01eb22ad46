package io.plimsoll.core.cluster;

import io.plimsoll.core.model.KubeObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables in the making: those of a cluster, and further objects. Buckets that get none stay as they are. */
final class Assembly {

  private final Map<GroupKind, Table> tables;
  private final Map<GroupKind, Map<String, Bucket.Builder>> builders = new LinkedHashMap<>();
  private long sequence;

  Assembly(Map<GroupKind, Table> tables, long sequence) {
    this.tables = tables;
    this.sequence = sequence;
  }

  /** Adds an object; it takes the place of the one of its name, which is returned, if there is one. */
  @Nullable
  KubeObject add(KubeObject object) {
    GroupKind kind = GroupKind.of(object.ref());
    return builder(kind, object.ref().namespace()).add(object, sequence++);
  }

  private Bucket.Builder builder(GroupKind kind, String namespace) {
    // No lambdas: to set them up takes long in a fresh JVM, and a test starts with a cluster.
    Map<String, Bucket.Builder> byNamespace = builders.get(kind);
    if (byNamespace == null) {
      byNamespace = new LinkedHashMap<>();
      builders.put(kind, byNamespace);
    }
    Bucket.Builder builder = byNamespace.get(namespace);
    if (builder == null) {
      builder = new Bucket.Builder(table(kind).bucket(namespace));
      byNamespace.put(namespace, builder);
    }
    return builder;
  }

  private Table table(GroupKind kind) {
    return tables.getOrDefault(kind, Table.EMPTY);
  }

  Map<GroupKind, Table> tables() {
    Map<GroupKind, Table> all = new LinkedHashMap<>(tables);
    for (Map.Entry<GroupKind, Map<String, Bucket.Builder>> ofKind : builders.entrySet()) {
      all.put(ofKind.getKey(), table(ofKind.getKey()).with(ofKind.getValue()));
    }
    return all;
  }

  /** Returns the kinds of the further objects. */
  Set<GroupKind> changedKinds() {
    return builders.keySet();
  }

  /** Returns the place in the order of all that comes next. */
  long nextSequence() {
    return sequence;
  }
}
