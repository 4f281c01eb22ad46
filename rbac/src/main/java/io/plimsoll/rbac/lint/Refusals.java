package io.plimsoll.rbac.lint;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.rbac.RbacValidation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what the API server refuses and nobody else has told, in the API server's words: no other rule, and not the reader of
 * manifests, who misses names.
 */
final class Refusals {

  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  private Refusals() {}

  static void check(WrittenRole written, List<Finding> found) {
    add(written.object(), RbacValidation.validate(written.role()), found);
  }

  static void check(WrittenBinding written, List<Finding> found) {
    add(written.object(), RbacValidation.validate(written.binding().withDefaults()), found);
  }

  private static void add(KubeObject object, List<Problem> problems, List<Finding> found) {
    if (problems.isEmpty()) {
      return;
    }
    Set<FieldPath> known = new HashSet<>();
    ObjectRef ref = object.ref();
    if (ref.displayName().isEmpty()) {
      known.add(NAME);
    }
    for (int i = found.size() - 1; i >= 0 && found.get(i).object().equals(ref); i--) {
      if (found.get(i).severity() == Severity.ERROR) {
        known.add(found.get(i).path());
      }
    }
    for (Problem problem : problems) {
      if (!known.contains(problem.path()) && !known.contains(problem.path().parent())) {
        found.add(LintRule.REFUSED.at(object, problem.path(), problem.message()));
      }
    }
  }
}
