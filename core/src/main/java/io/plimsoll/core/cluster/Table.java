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

  static final Table EMPTY = new Table(LayeredMap.empty());

  private final LayeredMap<String, Bucket> byNamespace;
  private volatile @Nullable Listing listing;

  private Table(LayeredMap<String, Bucket> byNamespace) {
    this.byNamespace = byNamespace;
  }

  /** Returns the table with further buckets, or others for the same namespaces. */
  Table with(Map<String, Bucket.Builder> buckets) {
    Map<String, Bucket> built = new LinkedHashMap<>();
    for (Map.Entry<String, Bucket.Builder> inNamespace : buckets.entrySet()) {
      built.put(inNamespace.getKey(), inNamespace.getValue().build());
    }
    return new Table(byNamespace.withAll(built));
  }

  /** Returns the table with an object, in the place of the one of its name or else in that of its sequence. */
  Table with(Entry entry) {
    String namespace = entry.object().ref().namespace();
    return new Table(byNamespace.with(namespace, bucket(namespace).with(entry)));
  }

  Bucket bucket(String namespace) {
    Bucket bucket = byNamespace.get(namespace);
    return bucket == null ? Bucket.EMPTY : bucket;
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
    for (Bucket bucket : byNamespace.all().values()) {
      all.addAll(bucket.entries());
    }
  }

  Set<String> namespaces() {
    return byNamespace.all().keySet();
  }

  Table without(String namespace, String name) {
    Bucket rest = bucket(namespace).without(name);
    return new Table(
        rest.isEmpty() ? byNamespace.without(namespace) : byNamespace.with(namespace, rest));
  }
}
