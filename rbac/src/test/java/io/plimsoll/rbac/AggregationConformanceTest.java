package io.plimsoll.rbac;

import io.plimsoll.core.model.Fields;
import io.plimsoll.testkit.Conformance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class AggregationConformanceTest {

  @Test
  void rolesCollectTheRulesThatTheControllerGivesThem() {
    Conformance.suite("rbac/aggregation").lines(conformanceCase -> {
      Fields fields = Cases.fields(conformanceCase);
      Fields expected = Fields.of(fields.value("expected"));

      Aggregation aggregation = Aggregation.of(fields.list("clusterRoles", ClusterRole::from));

      conformanceCase.same(true, aggregation.isSettled());
      for (ClusterRole role : aggregation.roles()) {
        String name = role.metadata().nameOrEmpty();
        conformanceCase.same(
            name + " " + expected.list(name, PolicyRule::from), name + " " + role.rules());
      }
    });
  }
}
