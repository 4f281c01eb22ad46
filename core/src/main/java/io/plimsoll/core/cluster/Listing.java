package io.plimsoll.core.cluster;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.KubeObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects of one kind in the order they came. What is made of them is made when it is first asked for, then kept. */
final class Listing {

  static final Listing EMPTY = new Listing(List.of());

  private final List<Entry> entries;
  private final List<KubeObject> objects;
  private volatile @Nullable Records records;
  private volatile @Nullable LabelIndex labels;

  /** Takes the entries in their order. */
  Listing(List<Entry> entries) {
    this.entries = entries;
    List<KubeObject> all = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      all.add(entry.object());
    }
    this.objects = Collections.unmodifiableList(all);
  }

  /** The records of the kind that was asked for last. */
  private record Records(Kind<?> kind, List<? extends ApiObject> all) {}

  List<KubeObject> objects() {
    return objects;
  }

  @SuppressWarnings("unchecked") // they were made by an equal kind
  <T extends ApiObject> List<T> records(Kind<T> kind) {
    Records known = records;
    if (known != null && known.kind().equals(kind)) {
      return (List<T>) known.all();
    }
    List<T> all = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      all.add(entry.as(kind));
    }
    List<T> unmodifiable = Collections.unmodifiableList(all);
    records = new Records(kind, unmodifiable);
    return unmodifiable;
  }

  LabelIndex labels() {
    LabelIndex known = labels;
    if (known == null) {
      known = new LabelIndex(objects);
      labels = known;
    }
    return known;
  }
}
