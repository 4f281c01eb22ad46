package io.plimsoll.rbac;

import io.plimsoll.core.model.Fields;
import io.plimsoll.testkit.Conformance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class CoversConformanceTest {

  @Test
  void rulesCoverAsInKubernetes() {
    Conformance.suite("rbac/covers").lines(conformanceCase -> {
      Fields fields = Cases.fields(conformanceCase);

      Coverage coverage = PolicyRules.covers(
          fields.list("owner", PolicyRule::from), fields.list("servant", PolicyRule::from));

      conformanceCase.same(fields.bool("covered"), coverage.isCovered());
      conformanceCase.same(fields.list("uncovered", PolicyRule::from), coverage.uncovered());
    });
  }
}
