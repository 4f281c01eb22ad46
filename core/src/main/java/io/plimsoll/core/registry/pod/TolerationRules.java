package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.regex.Pattern;

/** Which taints of nodes a pod tolerates. Mirrors {@code ValidateTolerations} of {@code pkg/apis/core/validation}. */
public final class TolerationRules {

  private static final List<String> EFFECTS =
      List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

  private static final Pattern DECIMAL = Pattern.compile("0|-?[1-9][0-9]*");
  private static final String NO_DECIMAL = "must be a valid decimal integer in canonical form";

  private TolerationRules() {}

  /** Adds what is wrong with a toleration of something that is new. */
  public static void check(Part toleration) {
    check(toleration, false);
  }

  /**
   * Adds what is wrong with a toleration.
   *
   * @param comparisons whether values may be compared by size, which new tolerations may not
   */
  static void check(Part toleration, boolean comparisons) {
    String key = toleration.text("key");
    String operator = toleration.text("operator");
    String effect = toleration.text("effect");
    if (!key.isEmpty()) {
      toleration.invalid("key", LabelSyntax.keyErrors(key));
    } else if (!operator.equals("Exists")) {
      toleration.invalid(
          "operator",
          "operator must be Exists when `key` is empty, which means \"match all values and all keys\"");
    }
    if (!effect.equals("NoExecute") && toleration.has("tolerationSeconds")) {
      toleration.invalid("effect", "effect must be 'NoExecute' when `tolerationSeconds` is set");
    }
    value(toleration, operator, comparisons);
    if (!effect.isEmpty() && !EFFECTS.contains(effect)) {
      toleration.notSupported("effect", EFFECTS);
    }
  }

  private static void value(Part toleration, String operator, boolean comparisons) {
    String value = toleration.text("value");
    switch (operator) {
      case "Equal", "" -> {
        List<String> errors = LabelSyntax.valueErrors(value);
        if (!errors.isEmpty()) {
          invalidOperator(toleration, value, String.join(";", errors));
        }
      }
      case "Exists" -> {
        if (!value.isEmpty()) {
          invalidOperator(toleration, value, "value must be empty when `operator` is 'Exists'");
        }
      }
      case "Lt", "Gt" -> {
        if (comparisons) {
          number(toleration, value);
        } else {
          toleration.notSupported("operator", List.of("Equal", "Exists", "Lt", "Gt"));
        }
      }
      default -> toleration.notSupported("operator", List.of("Equal", "Exists"));
    }
  }

  /** Upstream names the operator and shows the value. */
  private static void invalidOperator(Part toleration, String value, String detail) {
    toleration.error(FieldError.invalid(toleration.at("operator"), value, detail));
  }

  /** A whole number as one would write it: {@code IsDecimalInteger}; and one of 64 bits. */
  private static void number(Part toleration, String value) {
    if (value.isEmpty()) {
      toleration.invalid("value", List.of("must be non-empty"));
    } else if (!DECIMAL.matcher(value).matches()) {
      toleration.invalid("value", List.of(NO_DECIMAL));
    }
    GoText.parseInt64Error(value).ifPresent(error -> toleration.invalid("value", List.of(error)));
  }
}
