package io.plimsoll.core.registry.policy;

import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** A toleration that a RuntimeClass adds to pods. Mirrors {@code ValidateTolerations} of {@code pkg/apis/core/validation}. */
final class TolerationRules {

  private static final List<String> EFFECTS = List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

  private TolerationRules() {}

  static void check(Part toleration) {
    String key = toleration.text("key");
    String operator = toleration.text("operator");
    String value = toleration.text("value");
    String effect = toleration.text("effect");
    if (!key.isEmpty()) {
      toleration.invalid("key", LabelSyntax.keyErrors(key));
    } else if (!operator.equals("Exists")) {
      toleration.invalid(
          "operator",
          "operator must be Exists when `key` is empty, which means \"match all values and all keys\"");
    }
    if (toleration.has("tolerationSeconds") && !effect.equals("NoExecute")) {
      toleration.invalid("effect", "effect must be 'NoExecute' when `tolerationSeconds` is set");
    }
    switch (operator) {
      case "Equal", "" -> {
        List<String> errors = LabelSyntax.valueErrors(value);
        if (!errors.isEmpty()) {
          toleration.error(FieldError.invalid(
              toleration.at("operator"), value, String.join(";", errors)));
        }
      }
      case "Exists" -> {
        if (!value.isEmpty()) {
          toleration.error(FieldError.invalid(
              toleration.at("operator"), value, "value must be empty when `operator` is 'Exists'"));
        }
      }
      case "Lt", "Gt" -> toleration.notSupported("operator", List.of("Equal", "Exists", "Lt", "Gt"));
      default -> toleration.notSupported("operator", List.of("Equal", "Exists"));
    }
    if (!effect.isEmpty() && !EFFECTS.contains(effect)) {
      toleration.notSupported("effect", EFFECTS);
    }
  }
}
