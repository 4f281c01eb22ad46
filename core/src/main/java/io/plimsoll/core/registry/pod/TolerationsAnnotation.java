package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tolerations in an annotation, as they were before there was a field. Mirrors {@code ValidateTolerationsInPodAnnotations}. */
final class TolerationsAnnotation {

  private static final String KEY = "scheduler.alpha.kubernetes.io/tolerations";

  /** Go finds the fields of its own type in whatever case they are written. */
  private static final List<String> FIELDS =
      List.of("key", "operator", "value", "effect", "tolerationSeconds");

  private TolerationsAnnotation() {}

  static void check(FieldPath path, Map<String, String> annotations, PodContext pod) {
    String text = annotations.getOrDefault(KEY, "");
    if (text.isEmpty()) {
      return;
    }
    Value value;
    try {
      value = Body.readJson(Source.of(KEY, text)).valueOrThrow();
    } catch (IllegalArgumentException notJson) {
      invalid(path, pod, String.valueOf(notJson.getMessage()));
      return;
    }
    if (value.isNull()) {
      return;
    }
    if (!(value instanceof SequenceValue list)) {
      invalid(
          path,
          pod,
          "json: cannot unmarshal " + value.typeName()
              + " into Go value of type []core.Toleration");
      return;
    }
    List<Value> tolerations = new ArrayList<>();
    for (Value item : list.items()) {
      tolerations.add(item instanceof MappingValue object ? renamed(object) : MappingValue.empty());
    }
    Part spec = Part.of(
        MappingValue.of(Map.of("tolerations", SequenceValue.of(tolerations))), PodTypes.SPEC);
    List<Part> parts = spec.list("tolerations");
    for (int i = 0; i < parts.size(); i++) {
      TolerationRules.check(
          parts.get(i).under(path.field(KEY).index(i)), pod.leniency().comparingTolerations());
    }
    pod.spec().errors().addAll(spec.errors());
  }

  private static void invalid(FieldPath path, PodContext pod, String detail) {
    pod.spec().error(FieldError.invalid(path, KEY, detail));
  }

  private static MappingValue renamed(MappingValue object) {
    Map<String, Value> toleration = new LinkedHashMap<>();
    for (int i = 0; i < object.size(); i++) {
      for (String field : FIELDS) {
        if (field.equalsIgnoreCase(object.key(i)) && object.value(i) instanceof ScalarValue) {
          toleration.put(field, object.value(i));
        }
      }
    }
    return MappingValue.of(toleration);
  }
}
