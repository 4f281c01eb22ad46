package io.plimsoll.core.cluster;

import io.plimsoll.core.model.KubeObject;
import java.util.LinkedHashMap;
import java.util.Map;
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
    return builders
        .computeIfAbsent(kind, k -> new LinkedHashMap<>())
        .computeIfAbsent(
            object.ref().namespace(),
            namespace -> new Bucket.Builder(table(kind).bucket(namespace)))
        .add(object, sequence++);
  }

  private Table table(GroupKind kind) {
    return tables.getOrDefault(kind, Table.EMPTY);
  }

  Map<GroupKind, Table> tables() {
    Map<GroupKind, Table> all = new LinkedHashMap<>(tables);
    builders.forEach((kind, byNamespace) -> {
      Map<String, Bucket> buckets = table(kind).copyOfBuckets();
      byNamespace.forEach((namespace, builder) -> buckets.put(namespace, builder.build()));
      all.put(kind, new Table(buckets));
    });
    return all;
  }

  /** Returns the place in the order of all that comes next. */
  long nextSequence() {
    return sequence;
  }
}
