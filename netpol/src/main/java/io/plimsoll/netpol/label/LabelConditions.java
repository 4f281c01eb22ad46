package io.plimsoll.netpol.label;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import java.util.Map;

/** What the conditions of selectors mean, as they were written and without a look at whether keys and values are well formed. */
public final class LabelConditions {

  private LabelConditions() {}

  /** Returns whether the API server would take the conditions; a selector that it refuses selects nothing. */
  public static boolean isValid(LabelSelector selector) {
    for (LabelSelectorRequirement requirement : selector.matchExpressions()) {
      boolean values = !requirement.values().isEmpty();
      boolean valid = switch (requirement.operator()) {
        case "In", "NotIn" -> values;
        case "Exists", "DoesNotExist" -> !values;
        default -> false;
      };
      if (!valid) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a selector selects labels; one that the API server would refuse selects nothing. */
  public static boolean isSelected(LabelSelector selector, Map<String, String> labels) {
    return isValid(selector)
        && labels.entrySet().containsAll(selector.matchLabels().entrySet())
        && selector.matchExpressions().stream().allMatch(one -> holds(one, labels));
  }

  /** Returns whether labels meet a valid requirement. */
  public static boolean holds(LabelSelectorRequirement requirement, Map<String, String> labels) {
    String actual = labels.get(requirement.key());
    return switch (requirement.operator()) {
      case "In" -> actual != null && requirement.values().contains(actual);
      case "NotIn" -> actual == null || !requirement.values().contains(actual);
      case "Exists" -> actual != null;
      default -> actual == null;
    };
  }

  /** Returns a valid requirement as kubectl writes it: {@code app in (a,b)}, {@code !app}. */
  public static String text(LabelSelectorRequirement requirement) {
    String values = "(" + String.join(",", requirement.values()) + ")";
    return switch (requirement.operator()) {
      case "In" -> requirement.key() + " in " + values;
      case "NotIn" -> requirement.key() + " notin " + values;
      case "Exists" -> requirement.key();
      default -> "!" + requirement.key();
    };
  }
}
