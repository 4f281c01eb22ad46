package io.plimsoll.core.cluster;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.KubeObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The objects of one kind, by namespace and name. Lists and typed records are made when they are first asked for, then kept. */
final class Table {

  static final Table EMPTY = new Table(Map.of());

  private final Map<String, Bucket> byNamespace;
  private volatile @Nullable List<Bucket.Entry> inOrder;
  private final Map<Key, List<? extends ApiObject>> decoded = new ConcurrentHashMap<>();
  private final Map<String, LabelIndex> labels = new ConcurrentHashMap<>();

  Table(Map<String, Bucket> byNamespace) {
    this.byNamespace = byNamespace;
  }

  /** A kind's decoder and a namespace, {@code null} for all of them. */
  private record Key(Kind<?> kind, @Nullable String namespace) {}

  @Nullable
  KubeObject get(String namespace, String name) {
    Bucket bucket = byNamespace.get(namespace);
    return bucket == null ? null : bucket.get(name);
  }

  /** Returns the objects with their places, in the order they came. */
  List<Bucket.Entry> entries() {
    List<Bucket.Entry> known = inOrder;
    if (known != null) {
      return known;
    }
    List<Bucket.Entry> all = new ArrayList<>();
    byNamespace.values().forEach(bucket -> all.addAll(bucket.entries()));
    all.sort(Comparator.comparingLong(Bucket.Entry::sequence));
    inOrder = all;
    return all;
  }

  Iterable<String> namespaces() {
    return byNamespace.keySet();
  }

  boolean isEmpty() {
    return byNamespace.isEmpty();
  }

  /** Returns the objects in a namespace, or of all namespaces if it is null, in the order they came. */
  List<KubeObject> objects(@Nullable String namespace) {
    return entries(namespace).stream().map(Bucket.Entry::object).toList();
  }

  private List<Bucket.Entry> entries(@Nullable String namespace) {
    if (namespace == null) {
      return entries();
    }
    return List.copyOf(byNamespace.getOrDefault(namespace, Bucket.EMPTY).entries());
  }

  /** Returns the objects of {@link #objects} as records. */
  @SuppressWarnings("unchecked") // the key holds the kind that made the list
  <T extends ApiObject> List<T> records(Kind<T> kind, @Nullable String namespace) {
    return (List<T>) decoded.computeIfAbsent(
        new Key(kind, namespace),
        key -> objects(namespace).stream().map(object -> object.as(kind)).toList());
  }

  LabelIndex labels(String namespace) {
    return labels.computeIfAbsent(namespace, key -> new LabelIndex(objects(key)));
  }

  Table with(KubeObject object, long sequence) {
    String namespace = object.ref().namespace();
    Map<String, Bucket> copy = new LinkedHashMap<>(byNamespace);
    copy.put(namespace, copy.getOrDefault(namespace, Bucket.EMPTY).with(object, sequence));
    return new Table(copy);
  }

  Table without(String namespace, String name) {
    Map<String, Bucket> copy = new LinkedHashMap<>(byNamespace);
    Bucket rest = copy.getOrDefault(namespace, Bucket.EMPTY).without(name);
    if (rest.isEmpty()) {
      copy.remove(namespace);
    } else {
      copy.put(namespace, rest);
    }
    return new Table(copy);
  }
}
