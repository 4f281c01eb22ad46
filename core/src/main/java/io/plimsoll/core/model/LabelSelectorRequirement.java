package io.plimsoll.core.model;

import io.plimsoll.core.manifest.GoText;
import java.util.List;

/**
 * A condition on one label, as it was written: it need not be valid. Mirrors {@code meta/v1 LabelSelectorRequirement}.
 *
 * @param key the key of the label
 * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}
 * @param values what the label's value is compared with; empty for the latter two
 */
public record LabelSelectorRequirement(String key, String operator, List<String> values) {

  public LabelSelectorRequirement {
    values = List.copyOf(values);
  }

  /** Reads the record from a tree. */
  public static LabelSelectorRequirement from(Fields fields) {
    return new LabelSelectorRequirement(
        fields.text("key"), fields.text("operator"), fields.strings("values"));
  }

  /**
   * Returns the requirement this means.
   *
   * @throws IllegalArgumentException if it is invalid, with the message of {@code metav1.LabelSelectorAsSelector}
   */
  public Requirement toRequirement() {
    Requirement.Operator meaning = switch (operator) {
      case "In" -> Requirement.Operator.IN;
      case "NotIn" -> Requirement.Operator.NOT_IN;
      case "Exists" -> Requirement.Operator.EXISTS;
      case "DoesNotExist" -> Requirement.Operator.DOES_NOT_EXIST;
      default ->
        throw new IllegalArgumentException(
            GoText.quote(operator) + " is not a valid label selector operator");
    };
    return new Requirement(key, meaning, values);
  }
}
