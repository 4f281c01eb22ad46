package io.plimsoll.core.registry.pod;

import io.plimsoll.core.model.LabelSelectorRequirement;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys of labels that a pod compares with its own. Mirrors {@code ValidateMatchLabelKeysAndMismatchLabelKeys}. */
final class LabelKeyRules {

  private static final String NO_SELECTOR = "must not be specified when labelSelector is not set";
  private static final String IN_BOTH = "exists in both matchLabelKeys and labelSelector";

  private LabelKeyRules() {}

  static void check(Part term) {
    List<String> match = term.has("matchLabelKeys") ? term.strings("matchLabelKeys") : List.of();
    List<String> mismatch = term.tree().get("mismatchLabelKeys") == null
        ? List.of()
        : term.strings("mismatchLabelKeys");
    if (match.isEmpty() && mismatch.isEmpty()) {
      return;
    }
    keys(term, "matchLabelKeys", match);
    keys(term, "mismatchLabelKeys", mismatch);
    if (term.has("labelSelector")) {
      repeated(term, match);
    }
    for (int i = 0; i < match.size(); i++) {
      if (mismatch.contains(match.get(i))) {
        term.error(FieldError.invalid(
            term.at("matchLabelKeys").index(i),
            match.get(i),
            "exists in both matchLabelKeys and mismatchLabelKeys"));
      }
    }
  }

  private static void keys(Part term, String field, List<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    if (!term.has("labelSelector")) {
      term.forbidden(field, NO_SELECTOR);
      return;
    }
    for (int i = 0; i < keys.size(); i++) {
      for (String detail : LabelSyntax.keyErrors(keys.get(i))) {
        term.error(FieldError.invalid(term.at(field).index(i), keys.get(i), detail));
      }
    }
  }

  /** The server adds a condition for each key to the selector, so a key may stand there once. */
  private static void repeated(Part term, List<String> match) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < match.size(); i++) {
      places.put(match.get(i), i);
    }
    Set<String> seen =
        new HashSet<>(term.selector("labelSelector").matchLabels().keySet());
    for (LabelSelectorRequirement requirement : term.selector("labelSelector").matchExpressions()) {
      Integer place = places.get(requirement.key());
      if (place != null && seen.contains(requirement.key())) {
        // Upstream names an item of the term itself.
        term.error(FieldError.invalid(term.path().index(place), requirement.key(), IN_BOTH));
      }
      seen.add(requirement.key());
    }
  }

  /** Mirrors {@code ValidateMatchLabelKeysInTopologySpread}, which holds where an old pod breaks the other rule. */
  static void checkStrictly(Part constraint) {
    List<String> match = constraint.strings("matchLabelKeys");
    if (match.isEmpty()) {
      return;
    }
    Set<String> seen = new HashSet<>();
    if (constraint.has("labelSelector")) {
      seen.addAll(constraint.selector("labelSelector").matchLabels().keySet());
      constraint.selector("labelSelector").matchExpressions().forEach(r -> seen.add(r.key()));
    } else {
      constraint.forbidden("matchLabelKeys", NO_SELECTOR);
    }
    for (int i = 0; i < match.size(); i++) {
      String key = match.get(i);
      for (String detail : LabelSyntax.keyErrors(key)) {
        constraint.error(FieldError.invalid(constraint.at("matchLabelKeys").index(i), key, detail));
      }
      if (seen.contains(key)) {
        constraint.error(
            FieldError.invalid(constraint.at("matchLabelKeys").index(i), key, IN_BOTH));
      }
    }
  }
}
