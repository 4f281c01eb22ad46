package io.plimsoll.core.registry.pod;

import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** How pods spread over zones and nodes. Mirrors {@code validateTopologySpreadConstraints}. */
final class TopologySpreadRules {

  private static final List<String> ACTIONS = List.of("DoNotSchedule", "ScheduleAnyway");
  private static final List<String> NODE_POLICIES = List.of("Honor", "Ignore");

  private TopologySpreadRules() {}

  static void check(List<Part> constraints, PodLeniency leniency) {
    for (int i = 0; i < constraints.size(); i++) {
      Part constraint = constraints.get(i);
      check(constraint);
      repeated(constraint, constraints.subList(i + 1, constraints.size()));
      minDomains(constraint);
      for (String field : List.of("nodeAffinityPolicy", "nodeTaintsPolicy")) {
        if (constraint.has(field) && !NODE_POLICIES.contains(constraint.text(field))) {
          constraint.notSupported(field, NODE_POLICIES);
        }
      }
      if (leniency.invalidSpreadKeys()) {
        LabelKeyRules.checkStrictly(constraint);
      } else {
        LabelKeyRules.check(constraint);
      }
      if (constraint.has("labelSelector") && !leniency.invalidSpreadSelectors()) {
        constraint
            .errors()
            .addAll(SelectorRules.errors(
                constraint.at("labelSelector"), constraint.selector("labelSelector")));
      }
    }
  }

  private static void check(Part constraint) {
    if (constraint.number("maxSkew") <= 0) {
      constraint.invalid("maxSkew", Messages.NOT_POSITIVE);
    }
    if (constraint.text("topologyKey").isEmpty()) {
      constraint.required("topologyKey", "can not be empty");
    }
    if (!ACTIONS.contains(constraint.text("whenUnsatisfiable"))) {
      constraint.notSupported("whenUnsatisfiable", ACTIONS);
    }
  }

  private static void repeated(Part constraint, List<Part> later) {
    String key = constraint.text("topologyKey");
    String action = constraint.text("whenUnsatisfiable");
    for (Part other : later) {
      if (other.text("topologyKey").equals(key)
          && other.text("whenUnsatisfiable").equals(action)) {
        constraint.error(FieldError.duplicate(
            constraint.at("{topologyKey, whenUnsatisfiable}"), "{" + key + ", " + action + "}"));
        return;
      }
    }
  }

  private static void minDomains(Part constraint) {
    if (!constraint.has("minDomains")) {
      return;
    }
    if (constraint.number("minDomains") <= 0) {
      constraint.invalid("minDomains", Messages.NOT_POSITIVE);
    }
    String action = constraint.text("whenUnsatisfiable");
    if (!action.equals("DoNotSchedule")) {
      constraint.invalid(
          "minDomains",
          "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not " + action);
    }
  }
}
