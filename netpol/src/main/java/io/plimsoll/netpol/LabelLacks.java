package io.plimsoll.netpol;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.netpol.label.LabelConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What keeps a selector from selecting labels. */
final class LabelLacks {

  private LabelLacks() {}

  static List<Lack> of(
      LabelSelector selector, Map<String, String> labels, Lack.Bearer bearer, FieldPath path) {
    if (!LabelConditions.isValid(selector)) {
      return List.of(new Lack.Invalid(path));
    }
    List<Lack> lacks = new ArrayList<>();
    selector.matchLabels().forEach((key, value) -> {
      if (!value.equals(labels.get(key))) {
        lacks.add(new Lack.Label(path, bearer, key + "=" + value, labels.get(key)));
      }
    });
    for (LabelSelectorRequirement requirement : selector.matchExpressions()) {
      if (!LabelConditions.holds(requirement, labels)) {
        lacks.add(new Lack.Label(
            path, bearer, LabelConditions.text(requirement), labels.get(requirement.key())));
      }
    }
    return lacks;
  }
}
