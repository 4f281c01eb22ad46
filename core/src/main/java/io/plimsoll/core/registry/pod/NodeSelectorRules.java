package io.plimsoll.core.registry.pod;

import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** Which nodes are meant. Mirrors {@code ValidateNodeSelector} of {@code pkg/apis/core/validation}. */
public final class NodeSelectorRules {

  private NodeSelectorRules() {}

  /** Adds what is wrong with a selector, of whose labels the values may be allowed to be anything. */
  public static void check(Part selector, boolean allowInvalidValues) {
    List<Part> terms = selector.list("nodeSelectorTerms");
    if (terms.isEmpty()) {
      selector.required("nodeSelectorTerms", "must have at least one node selector term");
    }
    terms.forEach(term -> checkTerm(term, allowInvalidValues));
  }

  /** Returns whether a selector has values that no label could have: {@code HasInvalidLabelValueInNodeSelectorTerms}. */
  public static boolean hasInvalidValue(Part selector) {
    return selector.list("nodeSelectorTerms").stream()
        .flatMap(term -> term.list("matchExpressions").stream())
        .flatMap(expression -> expression.strings("values").stream())
        .anyMatch(value -> !LabelSyntax.valueErrors(value).isEmpty());
  }

  static void checkTerm(Part term, boolean allowInvalidValues) {
    for (Part requirement : term.list("matchExpressions")) {
      nodeLabels(requirement, allowInvalidValues);
    }
    for (Part requirement : term.list("matchFields")) {
      nodeFields(requirement);
    }
  }

  /** Mirrors {@code ValidateNodeSelectorRequirement}. */
  private static void nodeLabels(Part requirement, boolean allowInvalidValues) {
    List<String> values = requirement.strings("values");
    switch (requirement.text("operator")) {
      case "In", "NotIn" -> {
        if (values.isEmpty()) {
          requirement.required("values", "must be specified when `operator` is 'In' or 'NotIn'");
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (!values.isEmpty()) {
          requirement.forbidden(
              "values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
        }
      }
      case "Gt", "Lt" -> {
        if (values.size() != 1) {
          requirement.required(
              "values", "must be specified single value when `operator` is 'Lt' or 'Gt'");
        }
      }
      default -> requirement.invalid("operator", "not a valid selector operator");
    }
    requirement.invalid("key", LabelSyntax.keyErrors(requirement.text("key")));
    for (int i = 0; i < values.size() && !allowInvalidValues; i++) {
      for (String detail : LabelSyntax.valueErrors(values.get(i))) {
        requirement.error(
            FieldError.invalid(requirement.at("values").index(i), values.get(i), detail));
      }
    }
  }

  /** Mirrors {@code ValidateNodeFieldSelectorRequirement}. */
  private static void nodeFields(Part requirement) {
    List<String> values = requirement.strings("values");
    String operator = requirement.text("operator");
    if (!operator.equals("In") && !operator.equals("NotIn")) {
      requirement.invalid("operator", "not a valid selector operator");
    } else if (values.size() != 1) {
      requirement.required(
          "values",
          "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
    }
    if (!requirement.text("key").equals("metadata.name")) {
      requirement.invalid("key", List.of("not a valid field selector key"));
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      for (String detail : Names.dnsSubdomainErrors(values.get(i))) {
        requirement.error(
            FieldError.invalid(requirement.at("values").index(i), values.get(i), detail));
      }
    }
  }
}
