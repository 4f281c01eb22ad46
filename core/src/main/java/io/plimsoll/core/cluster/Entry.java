package io.plimsoll.core.cluster;

import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.pod.Workload;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object of a cluster and its place in the order of all. Every cluster that holds the object shares the entry, and with it the
 * record that was read from the object.
 */
final class Entry implements Comparable<Entry> {

  private final KubeObject object;
  private final long sequence;

  // Two threads that read it at once make equal records.
  private volatile @Nullable Decoded decoded;
  private volatile @Nullable Workload workload;

  Entry(KubeObject object, long sequence) {
    this.object = object;
    this.sequence = sequence;
  }

  /** Makes the entry of an object from which this record is read. */
  Entry(KubeObject object, long sequence, ApiObject record) {
    this(object, sequence);
    this.decoded = new Decoded(record.objectKind(), record);
  }

  /** The record of the kind that was asked for last. */
  private record Decoded(Kind<?> kind, ApiObject record) {}

  KubeObject object() {
    return object;
  }

  /** Returns the place among all objects. */
  long sequence() {
    return sequence;
  }

  /** Returns another object's entry with the place of this. */
  Entry replacedBy(Entry other) {
    Entry entry = new Entry(other.object, sequence);
    entry.decoded = other.decoded;
    return entry;
  }

  /** Returns the workload that the object is, if it is one. */
  Optional<Workload> workload() {
    Workload known = workload;
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Workload> read = Workload.of(object);
    workload = read.orElse(null);
    return read;
  }

  /** Orders by the place among all objects. */
  @Override
  public int compareTo(Entry other) {
    return Long.compare(sequence, other.sequence);
  }

  /** Returns the object as a record. */
  @SuppressWarnings("unchecked") // it was made by an equal kind
  <T extends ApiObject> T as(Kind<T> kind) {
    Decoded known = decoded;
    if (known != null && known.kind().equals(kind)) {
      return (T) known.record();
    }
    T record = object.as(kind);
    decoded = new Decoded(kind, record);
    return record;
  }
}
