package io.plimsoll.core.registry.autoscaling;

import io.plimsoll.core.decode.PlainDecoder;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.schema.FieldType;
import io.plimsoll.core.schema.FieldType.ListOf;
import io.plimsoll.core.schema.InternalForm;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.Draft;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An annotation in which an autoscaler of the first version has what only the second has a field for. Mirrors {@code
 * pkg/apis/autoscaling/annotations.go}.
 *
 * @param key the name
 * @param type the type of what it says
 */
record AutoscalerAnnotation(String key, FieldType type) {

  private static final String DOMAIN = "autoscaling.alpha.kubernetes.io/";

  /** The metrics but for the use of CPU, in the form of the first version. */
  static final AutoscalerAnnotation METRICS = list("metrics", FirstVersion.METRIC_SPEC);

  /** The metrics as they were seen, in the form of the first version. */
  static final AutoscalerAnnotation CURRENT_METRICS =
      list("current-metrics", FirstVersion.METRIC_STATUS);

  /** How fast to scale, under the names of the fields in Go. */
  static final AutoscalerAnnotation BEHAVIOR = new AutoscalerAnnotation(
      DOMAIN + "behavior", FirstVersion.known("autoscaling.v2.HorizontalPodAutoscalerBehavior"));

  /** The conditions, which are alike in both versions. */
  static final AutoscalerAnnotation CONDITIONS =
      list("conditions", FirstVersion.known("autoscaling.v2.HorizontalPodAutoscalerCondition"));

  /** All names, with those that earlier servers wrote and no server reads. */
  private static final List<String> KEYS = List.of(
      METRICS.key,
      CURRENT_METRICS.key,
      BEHAVIOR.key,
      CONDITIONS.key,
      DOMAIN + "scale-down-tolerance",
      DOMAIN + "scale-up-tolerance");

  private static AutoscalerAnnotation list(String name, ObjectType items) {
    return new AutoscalerAnnotation(DOMAIN + name, new ListOf(items));
  }

  /** Removes all of them. */
  static void removeAll(Draft annotations) {
    KEYS.forEach(annotations::remove);
  }

  /** Returns what the annotation says; nothing if it is not there, cannot be read or is a behavior that says nothing. */
  Optional<Value> read(Fields annotations) {
    if (!annotations.has(key)) {
      return Optional.empty();
    }
    try {
      return decoded(PlainDecoder.decodeInAnyCapitals(annotations.text(key), type));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<Value> decoded(Value said) {
    if (type instanceof ListOf list) {
      return Optional.of(
          said instanceof SequenceValue items
              ? items.map(item -> item(item, (ObjectType) list.items()))
              : SequenceValue.of(List.of()));
    }
    return said instanceof MappingValue object
        ? Optional.of(WireForm.decode(object, (ObjectType) type))
            .filter(behavior -> behavior.size() > 0)
            .map(behavior -> behavior)
        : Optional.empty();
  }

  private static MappingValue item(Value item, ObjectType type) {
    return WireForm.decode(
        item instanceof MappingValue object ? object : MappingValue.empty(), type);
  }

  /** Sets the annotation, unless there is nothing to say. */
  void write(Draft annotations, @Nullable Value value) {
    boolean nothing = value == null || (value instanceof SequenceValue list && list.size() == 0);
    if (!nothing) {
      String json =
          equals(BEHAVIOR) ? InternalForm.json(value, type) : InternalForm.ofVersion(value, type);
      annotations.set(key, ScalarValue.of(json));
    }
  }
}
