package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import java.util.List;
import java.util.Optional;

/** Says that a reference has the wrong API group; access does not depend on it, but the API server refuses it. */
final class WrongGroups {

  private WrongGroups() {}

  /** Returns the finding; the right group may be the empty one, which is left out. */
  static Finding finding(WrittenBinding written, FieldPath path, String group, String right) {
    String must = right.isEmpty() ? "must be left out" : "must be " + GoText.quote(right);
    Finding finding = LintRule.WRONG_API_GROUP
        .at(
            written.object(),
            path,
            "the API group " + must + ", not " + GoText.quote(group)
                + ", and the API server refuses it")
        .withAllowed(List.of(right));
    Optional<Patch> fix = right.isEmpty()
        ? Optional.of(Patch.of(new Patch.Operation.Remove(path)))
        : written.set(path, right);
    return fix.map(finding::withFix).orElse(finding);
  }
}
