package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Selector;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.ObjectMetaRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What selectors of labels must look like. Mirrors {@code k8s.io/apimachinery/pkg/apis/meta/v1/validation}. */
public final class SelectorRules {

  private SelectorRules() {}

  /** Returns what is wrong with a selector: {@code ValidateLabelSelector}. */
  public static List<FieldError> errors(FieldPath path, LabelSelector selector) {
    return errors(path, selector, false);
  }

  /** Returns what is wrong with a selector, whose conditions may name values that no label can have if the old one did. */
  public static List<FieldError> errors(
      FieldPath path, LabelSelector selector, boolean allowInvalidValues) {
    List<FieldError> errors = new ArrayList<>();
    ObjectMetaRules.labels(errors, path.field("matchLabels"), selector.matchLabels());
    for (int i = 0; i < selector.matchExpressions().size(); i++) {
      check(
          errors,
          path.field("matchExpressions").index(i),
          selector.matchExpressions().get(i),
          allowInvalidValues);
    }
    return errors;
  }

  private static void check(
      List<FieldError> errors,
      FieldPath path,
      LabelSelectorRequirement requirement,
      boolean allowInvalidValues) {
    FieldPath values = path.field("values");
    switch (requirement.operator()) {
      case "In", "NotIn" -> {
        if (requirement.values().isEmpty()) {
          errors.add(
              FieldError.required(values, "must be specified when `operator` is 'In' or 'NotIn'"));
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (!requirement.values().isEmpty()) {
          errors.add(FieldError.forbidden(
              values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
        }
      }
      default ->
        errors.add(FieldError.invalid(
            path.field("operator"), requirement.operator(), "not a valid selector operator"));
    }
    String key = requirement.key();
    LabelSyntax.keyErrors(key)
        .forEach(detail -> errors.add(FieldError.invalid(path.field("key"), key, detail)));
    for (int i = 0; i < requirement.values().size() && !allowInvalidValues; i++) {
      String value = requirement.values().get(i);
      FieldPath at = values.index(i);
      LabelSyntax.valueErrors(value)
          .forEach(detail -> errors.add(FieldError.invalid(at, value, detail)));
    }
  }

  /** Returns whether a condition names a value that no label can have: {@code LabelSelectorHasInvalidLabelValue}. */
  public static boolean hasInvalidValue(LabelSelector selector) {
    return selector.matchExpressions().stream()
        .flatMap(requirement -> requirement.values().stream())
        .anyMatch(value -> !LabelSyntax.valueErrors(value).isEmpty());
  }

  /** Returns the selector that a field means, nothing if the field is absent; empty if it is none: {@code LabelSelectorAsSelector}. */
  public static Optional<Selector> parse(Part part, String field) {
    if (!part.has(field)) {
      return Optional.of(Selector.NOTHING);
    }
    try {
      return Optional.of(part.selector(field).toSelector());
    } catch (IllegalArgumentException invalid) {
      return Optional.empty();
    }
  }
}
