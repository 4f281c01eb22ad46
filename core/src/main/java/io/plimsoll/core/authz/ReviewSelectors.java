package io.plimsoll.core.authz;

import io.plimsoll.core.model.FieldSelector;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.core.model.Requirement;
import io.plimsoll.core.model.Selector;
import io.plimsoll.core.request.FieldRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The selectors of a review, as far as they can be understood: what cannot is left out, which asks for more, and said. Mirrors
 * {@code ResourceAttributesFrom} and {@code BuildEvaluationError} of {@code pkg/registry/authorization/util}.
 */
final class ReviewSelectors {

  private final List<FieldRequirement> fields = new ArrayList<>();
  private final List<Requirement> labels = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  ReviewSelectors(Fields resource) {
    if (!readFields(Fields.of(resource.value("fieldSelector")))) {
      report("fieldSelector", fields.isEmpty());
    }
    if (!readLabels(Fields.of(resource.value("labelSelector")))) {
      report("labelSelector", labels.isEmpty());
    }
  }

  private void report(String name, boolean all) {
    errors.add("spec.resourceAttributes." + name + (all ? "" : " partially")
        + " ignored due to parse error");
  }

  List<FieldRequirement> fields() {
    return fields;
  }

  List<Requirement> labels() {
    return labels;
  }

  List<String> errors() {
    return errors;
  }

  /** Returns whether all of it could be understood. */
  private boolean readFields(Fields selector) {
    boolean understood = true;
    String raw = selector.text("rawSelector");
    List<Fields> requirements = selector.list("requirements", one -> one);
    if (!raw.isEmpty() && requirements.isEmpty()) {
      Optional<FieldSelector> parsed = FieldSelector.tryParse(raw);
      parsed.ifPresent(one -> fields.addAll(FieldRequirement.of(one)));
      understood = parsed.isPresent();
    }
    for (Fields one : requirements) {
      List<String> values = one.strings("values");
      String operator = switch (one.text("operator")) {
        case "In" -> "=";
        case "NotIn" -> "!=";
        default -> "";
      };
      if (operator.isEmpty() || values.size() != 1) {
        understood = false;
      } else {
        fields.add(new FieldRequirement(one.text("key"), operator, values.get(0)));
      }
    }
    return understood;
  }

  private boolean readLabels(Fields selector) {
    boolean understood = true;
    String raw = selector.text("rawSelector");
    List<LabelSelectorRequirement> requirements =
        selector.list("requirements", LabelSelectorRequirement::from);
    if (!raw.isEmpty() && requirements.isEmpty()) {
      Optional<Selector> parsed = Selector.tryParse(raw);
      parsed.ifPresent(one -> labels.addAll(one.requirements()));
      understood = parsed.isPresent();
    }
    for (LabelSelectorRequirement one : requirements) {
      try {
        labels.add(one.toRequirement());
      } catch (IllegalArgumentException invalid) {
        // What is wrong with it does not show in the answer, only that something is.
        understood = false;
      }
    }
    return understood;
  }
}
