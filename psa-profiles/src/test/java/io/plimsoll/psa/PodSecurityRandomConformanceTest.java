package io.plimsoll.psa;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class PodSecurityRandomConformanceTest {

  @Test
  void everyPolicySaysTheSameInTheSameOrder() {
    Conformance.suite("pod-security/random").lines(PodSecurityRandomConformanceTest::judge);
  }

  private static void judge(ConformanceCase random) {
    MappingValue tree = Trees.read(random.json().get("pod").toString());
    Pod pod = Trees.pod(tree);
    Glance glance = Glance.of(tree);
    for (JsonNode outcome : random.json().get("outcomes")) {
      for (JsonNode policy : outcome.get("policies")) {
        LevelVersion demanded = LevelVersion.parse(policy.asText());
        PodSecurityResult result = PodSecurity.evaluate(pod, demanded);
        random.same(policy.asText() + expected(outcome), policy.asText() + actual(result));
        random.same(
            outcome.get("allowed").asBoolean(), PodSecurity.evaluator().allows(glance, demanded));
      }
    }
  }

  private static String expected(JsonNode outcome) {
    List<String> results = new ArrayList<>();
    for (JsonNode result : outcome.get("results")) {
      results.add(result.get("reason").asText() + " | " + result.get("detail").asText());
    }
    return text(
        outcome.get("allowed").asBoolean(),
        outcome.get("forbiddenReason").asText(),
        outcome.get("forbiddenDetail").asText(),
        results);
  }

  private static String actual(PodSecurityResult result) {
    return text(
        result.allowed(),
        result.forbiddenReason(),
        result.forbiddenDetail(),
        result.violations().stream().map(v -> v.reason() + " | " + v.detail()).toList());
  }

  private static String text(boolean allowed, String reason, String detail, List<String> results) {
    return " allowed=" + allowed + "\n" + reason + "\n" + detail + "\n"
        + String.join("\n", results);
  }
}
