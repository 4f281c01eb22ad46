package io.plimsoll.rbac.lint;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.RuleSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A role and the manifest it is read from.
 *
 * @param object the manifest
 * @param role the role as it is written, nothing aggregated
 */
record WrittenRole(KubeObject object, RuleSet role) {

  static final FieldPath RULES = FieldPath.of("rules");

  String name() {
    return role.metadata().nameOrEmpty();
  }

  boolean isAggregated() {
    return role instanceof ClusterRole clusterRole && clusterRole.aggregationRule() != null;
  }

  List<WrittenRule> rules() {
    return IntStream.range(0, role.rules().size())
        .mapToObj(i -> new WrittenRule(this, i, role.rules().get(i)))
        .toList();
  }
}
