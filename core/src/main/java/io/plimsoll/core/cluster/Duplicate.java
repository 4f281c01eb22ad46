package io.plimsoll.core.cluster;

import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.model.KubeObject;

/**
 * An object that another of its name took the place of.
 *
 * @param before the object that does not count
 * @param after the object that came after it
 */
record Duplicate(KubeObject before, KubeObject after) {

  Problem problem() {
    Location first = before.tree().location();
    Problem problem = Problem.error(
            "duplicate-object",
            after.tree().location(),
            "an object of this name is already defined" + (first == null ? "" : " at " + first)
                + "; the last one counts")
        .in(after.ref());
    return first == null ? problem : problem.relatedTo(first);
  }
}
