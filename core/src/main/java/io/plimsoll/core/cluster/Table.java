package io.plimsoll.core.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects of one kind, by namespace and name. */
final class Table {

  static final Table EMPTY = new Table(Map.of());

  private final Map<String, Bucket> byNamespace;
  private volatile @Nullable Listing listing;

  /** Takes ownership of the map. */
  Table(Map<String, Bucket> byNamespace) {
    this.byNamespace = byNamespace;
  }

  /** Returns a map of the buckets that may be changed. */
  Map<String, Bucket> copyOfBuckets() {
    return new LinkedHashMap<>(byNamespace);
  }

  Bucket bucket(String namespace) {
    return byNamespace.getOrDefault(namespace, Bucket.EMPTY);
  }

  @Nullable
  Entry get(String namespace, String name) {
    return bucket(namespace).get(name);
  }

  /** Returns the objects in a namespace. */
  Listing listing(String namespace) {
    Bucket bucket = bucket(namespace);
    return bucket.isEmpty() ? Listing.EMPTY : bucket.listing();
  }

  /** Returns the objects of all namespaces. */
  Listing listing() {
    Listing known = listing;
    if (known == null) {
      List<Entry> all = new ArrayList<>();
      addTo(all);
      Collections.sort(all);
      known = new Listing(all);
      listing = known;
    }
    return known;
  }

  /** Adds all entries to a list, one namespace after the other. */
  void addTo(List<Entry> all) {
    for (Bucket bucket : byNamespace.values()) {
      all.addAll(bucket.entries());
    }
  }

  Set<String> namespaces() {
    return byNamespace.keySet();
  }

  boolean isEmpty() {
    return byNamespace.isEmpty();
  }

  Table without(String namespace, String name) {
    Map<String, Bucket> copy = copyOfBuckets();
    Bucket rest = bucket(namespace).without(name);
    if (rest.isEmpty()) {
      copy.remove(namespace);
    } else {
      copy.put(namespace, rest);
    }
    return new Table(copy);
  }
}
