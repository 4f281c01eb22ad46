package io.plimsoll.netpol.api;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.core.model.LabelSyntax;

/** What selectors of labels must look like. Mirrors {@code k8s.io/apimachinery/pkg/apis/meta/v1/validation}. */
final class LabelSelectorRules {

  private LabelSelectorRules() {}

  static void check(LabelSelector selector, FieldPath path, FieldErrors errors) {
    FieldPath labels = path.field("matchLabels");
    selector.matchLabels().forEach((key, value) -> {
      LabelSyntax.keyErrors(key).forEach(detail -> errors.invalid(labels, key, detail));
      LabelSyntax.valueErrors(value).forEach(detail -> errors.invalid(labels, value, detail));
    });
    for (int i = 0; i < selector.matchExpressions().size(); i++) {
      check(selector.matchExpressions().get(i), path.field("matchExpressions").index(i), errors);
    }
  }

  private static void check(
      LabelSelectorRequirement requirement, FieldPath path, FieldErrors errors) {
    FieldPath values = path.field("values");
    switch (requirement.operator()) {
      case "In", "NotIn" -> {
        if (requirement.values().isEmpty()) {
          errors.required(values, "must be specified when `operator` is 'In' or 'NotIn'");
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (!requirement.values().isEmpty()) {
          errors.forbidden(
              values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
        }
      }
      default ->
        errors.invalid(
            path.field("operator"), requirement.operator(), "not a valid selector operator");
    }
    LabelSyntax.keyErrors(requirement.key())
        .forEach(detail -> errors.invalid(path.field("key"), requirement.key(), detail));
    for (int i = 0; i < requirement.values().size(); i++) {
      String value = requirement.values().get(i);
      FieldPath at = values.index(i);
      LabelSyntax.valueErrors(value).forEach(detail -> errors.invalid(at, value, detail));
    }
  }
}
