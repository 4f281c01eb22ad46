package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/**
 * How long an object may take to end. Only pods end gracefully. Mirrors {@code rest.BeforeDelete} and {@code
 * podStrategy.CheckGracefulDelete}.
 *
 * @param seconds how long
 * @param isPending whether the object is ending already, and may take no longer than it is given here
 */
record GracePeriod(long seconds, boolean isPending) {

  static final GracePeriod NONE = new GracePeriod(0, false);

  static GracePeriod of(Scope scope, MappingValue object, DeleteOptions options) {
    if (!scope.is("", "pods")) {
      return NONE;
    }
    Long asked = options.gracePeriodSeconds();
    Long wanted = asked == null ? null : Long.valueOf(atLeastOne(asked));
    if (!Meta.has(object, "deletionTimestamp")) {
      return new GracePeriod(first(object, wanted), false);
    }
    long left = left(object);
    if (left == 0) {
      return NONE;
    }
    return wanted == null || wanted >= left
        ? new GracePeriod(left, true)
        : new GracePeriod(wanted, false);
  }

  /** A negative period is a short one. */
  private static long atLeastOne(long seconds) {
    return seconds < 0 ? 1 : seconds;
  }

  /** Returns how long an object that is ending was given, 0 if that is not said. */
  static long left(MappingValue object) {
    Long left = Meta.of(object).int64("deletionGracePeriodSeconds");
    return left == null ? 0 : atLeastOne(left);
  }

  /** What never ran or has ended goes at once. */
  private static long first(MappingValue pod, @Nullable Long wanted) {
    Fields spec = Fields.of(pod.get("spec"));
    String phase = Fields.of(pod.get("status")).text("phase");
    if (spec.text("nodeName").isEmpty() || phase.equals("Failed") || phase.equals("Succeeded")) {
      return 0;
    }
    if (wanted != null) {
      return wanted;
    }
    Long said = spec.int64("terminationGracePeriodSeconds");
    return said == null ? 0 : atLeastOne(said);
  }
}
