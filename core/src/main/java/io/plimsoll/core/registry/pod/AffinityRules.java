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
      NodeSelectorRules.check(affinity.object(REQUIRED), leniency.invalidNodeLabelValues());
    }
    for (Part term : affinity.list(PREFERRED)) {
      weight(term);
      NodeSelectorRules.checkTerm(term.object("preference"), true);
    }
  }

  private static void weight(Part term) {
    if (term.number("weight") <= 0 || term.number("weight") > 100) {
      term.invalid("weight", WEIGHT);
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
