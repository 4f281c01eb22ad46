package io.plimsoll.core.registry.admissionregistration;

import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Conditions in CEL that requests must meet. Mirrors {@code validateMatchConditions} of {@code
 * pkg/apis/admissionregistration/validation}; expressions are not compiled.
 */
final class MatchConditionRules {

  private static final int MOST = 64;

  private MatchConditionRules() {}

  static void check(Part part, String field) {
    List<Part> conditions = part.list(field);
    if (conditions.size() > MOST) {
      part.error(FieldError.tooMany(part.at(field), conditions.size(), MOST));
    }
    Set<String> names = new HashSet<>();
    for (Part condition : conditions) {
      if (condition.text("expression").isBlank()) {
        condition.required("expression", "");
      }
      String name = condition.text("name");
      if (name.isEmpty()) {
        condition.required("name", "");
      } else {
        condition.invalid("name", LabelSyntax.keyErrors(name));
        if (!names.add(name)) {
          condition.error(FieldError.duplicate(condition.at("name"), name));
        }
      }
    }
  }
}
