package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.OmitEmpty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions in the status of objects. Mirrors {@code SetStatusCondition} of {@code k8s.io/apimachinery/pkg/api/meta}, {@code
 * SetCRDCondition} of {@code k8s.io/apiextensions-apiserver} and {@code UpdatePodCondition} of {@code pkg/api/pod}.
 */
final class Conditions {

  private static final String CONDITIONS = "conditions";
  private static final String TRANSITION = "lastTransitionTime";

  private Conditions() {}

  /** Returns a condition. */
  static MappingValue of(String type, String status, String reason, String message) {
    Map<String, Value> condition = start(type, status);
    condition.put(TRANSITION, ScalarValue.ofNull());
    condition.put("reason", ScalarValue.of(reason));
    condition.put("message", ScalarValue.of(message));
    return MappingValue.of(condition);
  }

  /** Returns a condition of a pod, which is true. */
  static MappingValue ofPod(String type, String reason, String message) {
    Map<String, Value> condition = start(type, "True");
    condition.put("lastProbeTime", ScalarValue.ofNull());
    condition.put(TRANSITION, ScalarValue.ofNull());
    OmitEmpty.put(condition, "reason", reason);
    OmitEmpty.put(condition, "message", message);
    return MappingValue.of(condition);
  }

  private static Map<String, Value> start(String type, String status) {
    Map<String, Value> condition = new LinkedHashMap<>();
    condition.put("type", ScalarValue.of(type));
    condition.put("status", ScalarValue.of(status));
    return condition;
  }

  /** Returns a status with a condition in the place of the one of its type; it holds from now on if it did not before. */
  static MappingValue set(MappingValue status, MappingValue condition, Value now) {
    List<Value> conditions = new ArrayList<>();
    boolean found = false;
    for (MappingValue each : Fields.of(status).list(CONDITIONS, Fields::tree)) {
      boolean replaced = !found && text(each, "type").equals(text(condition, "type"));
      conditions.add(replaced ? condition.with(TRANSITION, since(each, condition, now)) : each);
      found = found || replaced;
    }
    if (!found) {
      conditions.add(condition.with(TRANSITION, now));
    }
    return status.with(CONDITIONS, SequenceValue.of(conditions));
  }

  private static Value since(MappingValue before, MappingValue condition, Value now) {
    Value since = before.get(TRANSITION);
    boolean lasts = text(before, "status").equals(text(condition, "status"));
    return lasts && since != null && !since.isNull() ? since : now;
  }

  private static String text(MappingValue condition, String field) {
    return Fields.of(condition).text(field);
  }
}
