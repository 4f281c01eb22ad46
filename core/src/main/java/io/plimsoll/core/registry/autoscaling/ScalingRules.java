package io.plimsoll.core.registry.autoscaling;

import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** How fast an autoscaler may scale. Mirrors {@code validateScalingRules} of {@code pkg/apis/autoscaling/validation}. */
final class ScalingRules {

  private static final long LONGEST_WINDOW = 3600;
  private static final long LONGEST_PERIOD = 1800;
  private static final List<String> SELECTIONS = List.of("Disabled", "Max", "Min");
  private static final List<String> TYPES = List.of("Percent", "Pods");

  private ScalingRules() {}

  static void check(Part behavior, String field) {
    if (!behavior.has(field)) {
      return;
    }
    Part rules = behavior.object(field);
    long window = rules.number("stabilizationWindowSeconds");
    if (window < 0) {
      rules.invalid("stabilizationWindowSeconds", "must be greater than or equal to zero");
    }
    if (window > LONGEST_WINDOW) {
      rules.invalid(
          "stabilizationWindowSeconds", "must be less than or equal to " + LONGEST_WINDOW);
    }
    if (rules.has("selectPolicy") && !SELECTIONS.contains(rules.text("selectPolicy"))) {
      rules.notSupported("selectPolicy", SELECTIONS);
    }
    List<Part> policies = rules.list("policies");
    if (policies.isEmpty()) {
      rules.required("policies", "must specify at least one Policy");
    }
    policies.forEach(ScalingRules::checkPolicy);
    if (rules.has("tolerance")) {
      checkTolerance(rules);
    }
  }

  private static void checkPolicy(Part policy) {
    if (!TYPES.contains(policy.text("type"))) {
      policy.notSupported("type", TYPES);
    }
    if (policy.number("value") <= 0) {
      policy.invalid("value", Messages.NOT_POSITIVE);
    }
    long period = policy.number("periodSeconds");
    if (period <= 0) {
      policy.invalid("periodSeconds", Messages.NOT_POSITIVE);
    }
    if (period > LONGEST_PERIOD) {
      policy.invalid("periodSeconds", "must be less than or equal to " + LONGEST_PERIOD);
    }
  }

  private static void checkTolerance(Part rules) {
    Quantity tolerance = rules.quantity("tolerance");
    if (tolerance.sign() < 0) {
      rules.error(
          FieldError.invalid(rules.at("tolerance"), tolerance.toString(), Messages.NEGATIVE));
    }
  }
}
