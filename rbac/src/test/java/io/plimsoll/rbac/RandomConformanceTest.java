package io.plimsoll.rbac;

import io.plimsoll.core.authz.SubjectRules;
import io.plimsoll.core.model.Fields;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class RandomConformanceTest {

  @Test
  void randomClustersAnswerAsKubernetesDoes() {
    Conformance.suite("rbac/random").lines(conformanceCase -> {
      Fields fields = Cases.fields(conformanceCase);
      Rbac rbac = Cases.rbac(fields);
      each(fields, "requests", request -> Cases.sameDecision(conformanceCase, request, rbac));
      each(fields, "rules", question -> sameRules(conformanceCase, question, rbac));
      each(fields, "escalation", question -> sameEscalation(conformanceCase, question, rbac));
      each(fields, "whoCan", question -> sameSubjects(conformanceCase, question, rbac));
    });
  }

  private static void each(Fields fields, String name, Consumer<Fields> check) {
    fields.list(name, Function.identity()).forEach(check);
  }

  private static void sameRules(ConformanceCase conformanceCase, Fields question, Rbac rbac) {
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
        Optional.of(question.text("error")).filter(error -> !error.isEmpty()));
    conformanceCase.same(expected, rbac.rulesFor(Cases.user(question), question.text("namespace")));
  }

  private static void sameEscalation(ConformanceCase conformanceCase, Fields question, Rbac rbac) {
    GrantCheck check = rbac.mayGrant(
        Cases.user(question), question.text("namespace"), question.list("rules", PolicyRule::from));
    conformanceCase.same(question.text("error"), check.message());
  }

  private static void sameSubjects(ConformanceCase conformanceCase, Fields question, Rbac rbac) {
    AllowedSubjects expected =
        new AllowedSubjects(question.list("subjects", Subject::from), question.text("error"));
    conformanceCase.same(expected, rbac.allowedSubjects(Cases.attributes(question)));
  }
}
