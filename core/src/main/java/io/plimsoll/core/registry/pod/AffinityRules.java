package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** Which nodes and which other pods a pod wants to be near. Mirrors {@code validateAffinity}. */
final class AffinityRules {

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
  private static final String WEIGHT = "must be in the range 1-100";

  private AffinityRules() {}

  static void check(Part affinity, PodLeniency leniency) {
    if (affinity.has("nodeAffinity")) {
      node(affinity.object("nodeAffinity"), leniency);
    }
    for (String field : List.of("podAffinity", "podAntiAffinity")) {
      if (affinity.has(field)) {
        pods(affinity.object(field), leniency);
      }
    }
  }

  private static void node(Part affinity, PodLeniency leniency) {
    if (affinity.has(REQUIRED)) {
      Part selector = affinity.object(REQUIRED);
      List<Part> terms = selector.list("nodeSelectorTerms");
      if (terms.isEmpty()) {
        selector.required("nodeSelectorTerms", "must have at least one node selector term");
      }
      for (Part term : terms) {
        nodeTerm(term, leniency.invalidNodeLabelValues());
      }
    }
    for (Part term : affinity.list(PREFERRED)) {
      weight(term);
      nodeTerm(term.object("preference"), true);
    }
  }

  private static void weight(Part term) {
    if (term.number("weight") <= 0 || term.number("weight") > 100) {
      term.invalid("weight", WEIGHT);
    }
  }

  private static void nodeTerm(Part term, boolean allowInvalidValues) {
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

  private static void pods(Part affinity, PodLeniency leniency) {
    for (Part term : affinity.list(REQUIRED)) {
      podTerm(term, leniency);
    }
    for (Part term : affinity.list(PREFERRED)) {
      weight(term);
      podTerm(term.object("podAffinityTerm"), leniency);
    }
  }

  /** Mirrors {@code validatePodAffinityTerm}. */
  private static void podTerm(Part term, PodLeniency leniency) {
    for (String field : List.of("labelSelector", "namespaceSelector")) {
      if (term.has(field)) {
        term.errors()
            .addAll(SelectorRules.errors(
                term.at(field), term.selector(field), leniency.invalidLabelValues()));
      }
    }
    for (String namespace : term.strings("namespaces")) {
      for (String detail : Names.dnsLabelErrors(namespace)) {
        term.error(FieldError.invalid(term.at("namespace"), namespace, detail));
      }
    }
    LabelKeyRules.check(term);
    String key = term.text("topologyKey");
    if (key.isEmpty()) {
      term.required("topologyKey", "can not be empty");
    }
    FieldPath path = term.at("topologyKey");
    for (String detail : LabelSyntax.keyErrors(key)) {
      term.error(FieldError.invalid(path, key, detail));
    }
  }
}
