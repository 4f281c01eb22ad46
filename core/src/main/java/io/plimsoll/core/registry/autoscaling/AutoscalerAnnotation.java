package io.plimsoll.core.registry.autoscaling;

import io.plimsoll.core.decode.UnmarshalledJson;
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
 * The annotations in which an autoscaler of the first version has what only the second has fields for. Mirrors {@code
 * pkg/apis/autoscaling/annotations.go}.
 */
enum AutoscalerAnnotation {
  /** The metrics but for the use of CPU, in the form of the first version. */
  METRICS("metrics", new ListOf(FirstVersion.METRIC_SPEC)),

  /** The metrics as they were seen, in the form of the first version. */
  CURRENT_METRICS("current-metrics", new ListOf(FirstVersion.METRIC_STATUS)),

  /** How fast to scale, under the names of the fields in Go. */
  BEHAVIOR("behavior", FirstVersion.known("autoscaling.v2.HorizontalPodAutoscalerBehavior")),

  /** The conditions, which are alike in both versions. */
  CONDITIONS(
      "conditions",
      new ListOf(FirstVersion.known("autoscaling.v2.HorizontalPodAutoscalerCondition")));

  private static final String DOMAIN = "autoscaling.alpha.kubernetes.io/";

  /** What earlier servers wrote and no server reads. */
  private static final List<String> FORMER = List.of("scale-down-tolerance", "scale-up-tolerance");

  private final String key;
  private final FieldType type;

  AutoscalerAnnotation(String name, FieldType type) {
    this.key = DOMAIN + name;
    this.type = type;
  }

  /** Removes all of them. */
  static void removeAll(Draft annotations) {
    for (AutoscalerAnnotation annotation : values()) {
      annotations.remove(annotation.key);
    }
    FORMER.forEach(name -> annotations.remove(DOMAIN + name));
  }

  /** Returns what the annotation says; nothing if it is not there, cannot be read or is a behavior that says nothing. */
  Optional<Value> read(Fields annotations) {
    return annotations.has(key)
        ? UnmarshalledJson.tryRead(annotations.text(key), type).flatMap(this::decoded)
        : Optional.empty();
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
          this == BEHAVIOR ? InternalForm.json(value, type) : InternalForm.ofVersion(value, type);
      annotations.set(key, ScalarValue.of(json));
    }
  }
}
