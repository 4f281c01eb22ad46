package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.Fields;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class AbacConformanceTest {

  /** Whatever follows quotes Go's decoder. */
  private static final String LINE = "error reading policy file POLICY, line \\d+: ";

  @Test
  void randomPolicyFilesAnswerAsKubernetesDoes() {
    Conformance.suite("abac/random").lines(conformanceCase -> {
      Fields fields = Cases.fields(conformanceCase);
      String expected = fields.text("loadError");
      try {
        Abac abac = Abac.parse("POLICY", fields.text("policy"));
        conformanceCase.same(expected, "");
        Cases.sameDecisions(conformanceCase, fields, abac, Cluster.empty());
        for (Fields question : fields.list("rules", Function.identity())) {
          sameRules(conformanceCase, question, abac);
        }
      } catch (IllegalArgumentException refused) {
        conformanceCase.same(upToTheLine(expected), upToTheLine(refused.getMessage()));
      }
    });
  }

  private static String upToTheLine(String message) {
    Matcher start = Pattern.compile(LINE).matcher(message);
    return start.lookingAt() ? start.group() : message;
  }

  private static void sameRules(ConformanceCase conformanceCase, Fields question, Abac abac) {
    SubjectRules expected = new SubjectRules(
        question.list(
            "resourceRules",
            rule -> new SubjectRules.ResourceRule(
                rule.strings("verbs"),
                rule.strings("apiGroups"),
                rule.strings("resources"),
                rule.strings("resourceNames"))),
        question.list(
            "nonResourceRules",
            rule -> new SubjectRules.NonResourceRule(
                rule.strings("verbs"), rule.strings("nonResourceURLs"))),
        Boolean.TRUE.equals(question.bool("incomplete")),
        Optional.ofNullable(question.string("error")).filter(text -> !text.isEmpty()));
    conformanceCase.same(
        expected, abac.rulesFor(Cluster.empty(), Cases.user(question), question.text("namespace")));
  }
}
