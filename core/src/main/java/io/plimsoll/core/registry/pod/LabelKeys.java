package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys of a pod's own labels become conditions of its selectors. Mirrors {@code mutatePodAffinity} and {@code mutateTopologySpreadConstraints}. */
final class LabelKeys {

  private LabelKeys() {}

  static void toSelectors(Draft spec, MappingValue metadata) {
    if (!spec.has("affinity") && !spec.has("topologySpreadConstraints")) {
      return;
    }
    Map<String, String> labels = Fields.of(metadata).stringMap("labels");
    spec.edit("affinity", affinity -> {
      for (String field : List.of("podAffinity", "podAntiAffinity")) {
        affinity.edit(
            field,
            pods -> pods.editEach(
                    "preferredDuringSchedulingIgnoredDuringExecution",
                    weighted -> weighted.edit("podAffinityTerm", term -> apply(term, labels)))
                .editEach(
                    "requiredDuringSchedulingIgnoredDuringExecution", term -> apply(term, labels)));
      }
    });
    spec.editEach("topologySpreadConstraints", constraint -> apply(constraint, labels));
  }

  private static void apply(Draft term, Map<String, String> labels) {
    List<Value> added = new ArrayList<>();
    conditions(added, term.items("matchLabelKeys"), "In", labels);
    conditions(added, term.items("mismatchLabelKeys"), "NotIn", labels);
    if (!added.isEmpty()) {
      term.edit("labelSelector", selector -> {
        added.addAll(0, selector.items("matchExpressions"));
        selector.set("matchExpressions", SequenceValue.of(added));
      });
    }
  }

  private static void conditions(
      List<Value> added, List<Value> keys, String operator, Map<String, String> labels) {
    for (Value key : keys) {
      String label = key instanceof ScalarValue scalar ? labels.get(scalar.text()) : null;
      if (label != null) {
        Map<String, Value> condition = new LinkedHashMap<>();
        condition.put("key", key);
        condition.put("operator", ScalarValue.of(operator));
        condition.put("values", SequenceValue.of(List.of(ScalarValue.of(label))));
        added.add(MappingValue.of(condition));
      }
    }
  }
}
