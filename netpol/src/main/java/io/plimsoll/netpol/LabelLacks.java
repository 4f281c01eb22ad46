package io.plimsoll.netpol;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What keeps a selector from selecting labels. */
final class LabelLacks {

  private LabelLacks() {}

  static List<Lack> of(
      LabelSelector selector, Map<String, String> labels, Lack.Bearer bearer, FieldPath path) {
    if (!LabelIndex.isValid(selector)) {
      return List.of(new Lack.Invalid(path));
    }
    List<Lack> lacks = new ArrayList<>();
    selector.matchLabels().forEach((key, value) -> {
      if (!value.equals(labels.get(key))) {
        lacks.add(new Lack.Label(path, bearer, key + "=" + value, labels.get(key)));
      }
    });
    for (LabelSelectorRequirement requirement : selector.matchExpressions()) {
      if (!holds(requirement, labels)) {
        lacks.add(new Lack.Label(path, bearer, text(requirement), labels.get(requirement.key())));
      }
    }
    return lacks;
  }

  /** Returns whether a selector selects labels; one that the API server would refuse selects nothing. */
  static boolean isSelected(LabelSelector selector, Map<String, String> labels) {
    return LabelIndex.isValid(selector)
        && labels.entrySet().containsAll(selector.matchLabels().entrySet())
        && selector.matchExpressions().stream().allMatch(one -> holds(one, labels));
  }

  private static boolean holds(LabelSelectorRequirement requirement, Map<String, String> labels) {
    String actual = labels.get(requirement.key());
    return switch (requirement.operator()) {
      case "In" -> actual != null && requirement.values().contains(actual);
      case "NotIn" -> actual == null || !requirement.values().contains(actual);
      case "Exists" -> actual != null;
      default -> actual == null;
    };
  }

  /** Returns a valid requirement as kubectl writes it: {@code app in (a,b)}, {@code !app}. */
  static String text(LabelSelectorRequirement requirement) {
    String values = "(" + String.join(",", requirement.values()) + ")";
    return switch (requirement.operator()) {
      case "In" -> requirement.key() + " in " + values;
      case "NotIn" -> requirement.key() + " notin " + values;
      case "Exists" -> requirement.key();
      default -> "!" + requirement.key();
    };
  }
}
