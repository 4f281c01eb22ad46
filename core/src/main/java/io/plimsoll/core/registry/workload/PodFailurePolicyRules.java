package io.plimsoll.core.registry.workload;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When a failed pod of a Job counts. Mirrors {@code validatePodFailurePolicy} of {@code pkg/apis/batch/validation}. */
final class PodFailurePolicyRules {

  private static final int MOST_RULES = 20;
  private static final int MOST_CODES = 255;
  private static final int MOST_PATTERNS = 20;
  private static final List<String> ACTIONS = List.of("Count", "FailIndex", "FailJob", "Ignore");
  private static final List<String> OPERATORS = List.of("In", "NotIn");
  private static final List<String> STATUSES = List.of("False", "True", "Unknown");

  private final Part spec;
  private final Set<String> containers = new HashSet<>();

  PodFailurePolicyRules(Part spec) {
    this.spec = spec;
    Part pod = spec.object("template").object("spec");
    for (String kind : List.of("containers", "initContainers")) {
      pod.list(kind).forEach(container -> containers.add(container.text("name")));
    }
  }

  void check() {
    Part policy = spec.object("podFailurePolicy");
    List<Part> rules = policy.list("rules");
    if (rules.size() > MOST_RULES) {
      policy.error(FieldError.tooMany(policy.at("rules"), rules.size(), MOST_RULES));
    }
    rules.forEach(this::checkRule);
  }

  private void checkRule(Part rule) {
    String action = rule.text("action");
    if (action.isEmpty()) {
      rule.required("action", valid(ACTIONS));
    } else if (action.equals("FailIndex")) {
      if (!spec.has("backoffLimitPerIndex")) {
        rule.invalid("action", "requires the backoffLimitPerIndex to be set");
      }
    } else if (!ACTIONS.contains(action)) {
      rule.notSupported("action", ACTIONS);
    }
    boolean codes = rule.has("onExitCodes");
    boolean conditions = !rule.list("onPodConditions").isEmpty();
    if (codes) {
      checkCodes(rule.object("onExitCodes"));
    }
    if (conditions) {
      checkConditions(rule);
    }
    if (codes == conditions) {
      // Upstream leaves out the value.
      rule.error(FieldError.invalidPrinted(
          rule.path(),
          codes
              ? "specifying both OnExitCodes and OnPodConditions is not supported"
              : "specifying one of OnExitCodes and OnPodConditions is required",
          ""));
    }
  }

  /** Returns the list of what is valid as {@code %q} prints it. */
  private static String valid(List<String> values) {
    return "valid values: [\"" + String.join("\" \"", values) + "\"]";
  }

  private static void checkConditions(Part rule) {
    List<Part> patterns = rule.list("onPodConditions");
    if (patterns.size() > MOST_PATTERNS) {
      rule.error(FieldError.tooMany(rule.at("onPodConditions"), patterns.size(), MOST_PATTERNS));
    }
    for (Part pattern : patterns) {
      pattern.invalid("type", LabelSyntax.keyErrors(pattern.text("type")));
      String status = pattern.text("status");
      if (status.isEmpty()) {
        pattern.required("status", valid(STATUSES));
      } else if (!STATUSES.contains(status)) {
        pattern.notSupported("status", STATUSES);
      }
    }
  }

  private void checkCodes(Part codes) {
    String operator = codes.text("operator");
    if (operator.isEmpty()) {
      codes.required("operator", valid(OPERATORS));
    } else if (!OPERATORS.contains(operator)) {
      codes.notSupported("operator", OPERATORS);
    }
    String container = codes.text("containerName");
    if (codes.has("containerName") && !containers.contains(container)) {
      codes.invalid(
          "containerName",
          List.of("must be one of the container or initContainer names in the pod template"));
    }
    List<Integer> values = Fields.of(codes.tree()).int32s("values");
    if (values.isEmpty()) {
      codes.invalid("values", "at least one value is required");
    } else if (values.size() > MOST_CODES) {
      codes.error(FieldError.tooMany(codes.at("values"), values.size(), MOST_CODES));
    }
    boolean ordered = true;
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      FieldPath path = codes.at("values").index(i);
      int value = values.get(i);
      if (operator.equals("In") && value == 0) {
        codes.error(FieldError.invalid(path, value, "must not be 0 for the In operator"));
      }
      if (!seen.add(value)) {
        codes.error(new FieldError(FieldError.Type.DUPLICATE, path, Integer.toString(value), ""));
      }
      ordered &= i == 0 || values.get(i - 1) <= value;
    }
    if (!ordered) {
      codes.invalid("values", "must be ordered");
    }
  }
}
