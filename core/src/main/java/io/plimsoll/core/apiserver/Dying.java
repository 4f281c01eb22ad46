package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.model.Stamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects that are deleted but still there. Mirrors {@code rest.BeforeDelete} and {@code markAsDeleting} of {@code generic/registry}. */
final class Dying {

  private static final String TIMESTAMP = "deletionTimestamp";
  private static final String PERIOD = "deletionGracePeriodSeconds";
  private static final String ORPHAN = "orphan";
  private static final String FOREGROUND = "foregroundDeletion";

  private Dying() {}

  /** Returns an object as it is while it ends. */
  static MappingValue of(
      MappingValue object, List<String> finalizers, GracePeriod grace, Instant now) {
    Instant before = Meta.of(object).time(TIMESTAMP);
    MappingValue dying = before == null
        ? ending(grown(object), now.plusSeconds(grace.seconds()), grace.seconds())
        : sooner(object, before, grace, now);
    return withFinalizers(dying, finalizers);
  }

  /** The first deletion is a change of what is wanted. */
  private static MappingValue grown(MappingValue object) {
    Long generation = Meta.of(object).int64("generation");
    return generation == null || generation <= 0
        ? object
        : Meta.with(object, "generation", ScalarValue.of(generation + 1));
  }

  private static MappingValue ending(MappingValue object, Instant when, long seconds) {
    return Meta.with(
        Meta.with(object, TIMESTAMP, Stamps.time(when)), PERIOD, ScalarValue.of(seconds));
  }

  /** What is ending already can only end sooner, but not in the past. */
  private static MappingValue sooner(
      MappingValue object, Instant before, GracePeriod grace, Instant now) {
    long left = GracePeriod.left(object);
    if (left == 0) {
      return ending(object, before.isAfter(now) ? now : before, 0);
    }
    Instant when = before.minusSeconds(left).plusSeconds(grace.seconds());
    return when.isBefore(now)
        ? ending(object, now, grace.seconds() == 0 ? 0 : 1)
        : ending(object, when, grace.seconds());
  }

  /** Returns the finalizers that keep the object, with those that the options demand. */
  static List<String> finalizers(MappingValue object, DeleteOptions options) {
    List<String> finalizers = new ArrayList<>(Meta.of(object).strings("finalizers"));
    change(finalizers, ORPHAN, options.orphans());
    change(finalizers, FOREGROUND, options.deletesDependentsFirst());
    return finalizers;
  }

  /** Returns whether the finalizers of an object say what becomes of what it owns. */
  static boolean saysOfDependents(MappingValue object) {
    List<String> finalizers = Meta.of(object).strings("finalizers");
    return finalizers.contains(ORPHAN) || finalizers.contains(FOREGROUND);
  }

  private static void change(List<String> finalizers, String finalizer, @Nullable Boolean wanted) {
    if (wanted == null) {
      return;
    }
    finalizers.remove(finalizer);
    if (wanted) {
      finalizers.add(finalizer);
    }
  }

  static MappingValue withFinalizers(MappingValue object, List<String> finalizers) {
    return finalizers.isEmpty()
        ? Meta.without(object, "finalizers")
        : Meta.with(
            object,
            "finalizers",
            SequenceValue.of(finalizers.stream().map(ScalarValue::of).toList()));
  }
}
