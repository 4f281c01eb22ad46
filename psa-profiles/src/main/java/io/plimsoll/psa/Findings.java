package io.plimsoll.psa;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.pod.PodSpec;
import io.plimsoll.core.pod.Volume;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a check has found so far. It grows by values, so that a check that finds nothing costs nothing. */
final class Findings {

  static final Findings NONE = new Findings(null, null);

  private final @Nullable Findings before;
  private final @Nullable Found last;

  private Findings(@Nullable Findings before, @Nullable Found last) {
    this.before = before;
    this.last = last;
  }

  /** Returns these and a field of the container at a position. */
  Findings and(
      Expected expected, PodSpec spec, int position, FieldPath field, @Nullable Object observed) {
    String name = Containers.get(spec, position).name();
    return new Findings(this, new Found(expected, position, name, field, observed));
  }

  /** Returns these and a field of the pod itself. */
  Findings andPod(Expected expected, FieldPath field, Object observed) {
    return new Findings(this, new Found(expected, Found.POD, "", field, observed));
  }

  /** Returns these and the source of a volume. */
  Findings andVolume(Expected expected, Volume volume, FieldPath field, String type) {
    return new Findings(this, new Found(expected, Found.POD, volume.name(), field, type));
  }

  boolean isEmpty() {
    return last == null;
  }

  /** Returns the violation that the findings make; empty if there are none. */
  Optional<Violation> violate(String reason, Sentence sentence) {
    return isEmpty() ? Optional.empty() : Optional.of(Violation.of(reason, sentence, this));
  }

  /** Returns the findings in the order they were made. */
  List<Found> list() {
    List<Found> list = new ArrayList<>();
    for (Findings at = this; at != null && at.last != null; at = at.before) {
      list.add(at.last);
    }
    Collections.reverse(list);
    return list;
  }

  /** Returns the findings about what was expected here, in order. */
  List<Found> about(Expected expected) {
    List<Found> list = list();
    list.removeIf(found -> found.expected() != expected);
    return list;
  }
}
