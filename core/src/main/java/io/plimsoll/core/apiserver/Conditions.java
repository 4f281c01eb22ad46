package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import java.util.ArrayList;
import java.util.List;

/** The conditions in the status of objects. Mirrors {@code SetStatusCondition} of {@code k8s.io/apimachinery/pkg/api/meta}. */
final class Conditions {

  private static final String CONDITIONS = "conditions";
  private static final String TRANSITION = "lastTransitionTime";

  private Conditions() {}

  /** Returns a condition. */
  static MappingValue of(String type, String status, String reason, String message) {
    return MappingValue.empty()
        .with("type", ScalarValue.of(type))
        .with("status", ScalarValue.of(status))
        .with("reason", ScalarValue.of(reason))
        .with("message", ScalarValue.of(message));
  }

  /** Returns a status with a condition in the place of the one of its type; it holds from now on if it did not before. */
  static MappingValue set(MappingValue status, MappingValue condition, Value now) {
    List<Value> conditions = new ArrayList<>();
    boolean found = false;
    for (MappingValue each : Fields.of(status).list(CONDITIONS, Fields::tree)) {
      boolean replaced = !found && text(each, "type").equals(text(condition, "type"));
      conditions.add(replaced ? changed(each, condition, now) : each);
      found = found || replaced;
    }
    if (!found) {
      conditions.add(condition.with(TRANSITION, now));
    }
    return status.with(CONDITIONS, SequenceValue.of(conditions));
  }

  private static MappingValue changed(MappingValue before, MappingValue condition, Value now) {
    MappingValue changed = before.withAll(condition);
    boolean lasts = text(before, "status").equals(text(condition, "status"))
        && Fields.of(before).has(TRANSITION);
    return lasts ? changed : changed.with(TRANSITION, now);
  }

  private static String text(MappingValue condition, String field) {
    return Fields.of(condition).text(field);
  }
}
