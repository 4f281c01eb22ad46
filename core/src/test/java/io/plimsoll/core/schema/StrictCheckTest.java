package io.plimsoll.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictCheckTest {

  @Test
  void aTypoInANetworkPolicyIsCaught() {
    List<Problem> problems = check("""
        {
          "apiVersion": "networking.k8s.io/v1",
          "kind": "NetworkPolicy",
          "metadata": {"name": "web", "namespace": "shop"},
          "spec": {
            "order": 500,
            "podSelector": {},
            "egress": [{"action": "deny", "to": []}]
          }
        }
        """);

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "test.json:6:5: error: NetworkPolicy shop/web: spec.order: unknown field \"order\"; NetworkPolicySpec has"
                + " \"egress\", \"ingress\", \"podSelector\", \"policyTypes\" [unknown-field]",
            "test.json:8:17: error: NetworkPolicy shop/web: spec.egress[0].action: unknown field \"action\";"
                + " NetworkPolicyEgressRule has \"ports\", \"to\" [unknown-field]");
    assertThat(problems).extracting(Problem::severity).containsOnly(Severity.ERROR);
  }

  @Test
  void anUnknownFieldIsComparedWithTheKnownOnes() {
    List<Problem> problems = check("""
        {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"},
         "spec": {"containers": [{"name": "c", "securityContext": {"runAsNonroot": true}}]}}
        """);

    assertThat(problems).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo("unknown-field");
      assertThat(problem.path()).hasToString("spec.containers[0].securityContext.runAsNonroot");
      assertThat(problem.message())
          .isEqualTo("unknown field \"runAsNonroot\"; did you mean \"runAsNonRoot\"");
      assertThat(problem.location()).hasToString("test.json:2:60");
      assertThat(problem.object()).isEqualTo(new ObjectRef("v1", "Pod", "default", "a"));
    });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "replicas | 1.0 | wrong-type | expected a whole number of 32 bits, found the number 1.0",
        "replicas | 1e3 | wrong-type | expected a whole number of 32 bits, found the number 1e3",
        "replicas | 2147483648 | wrong-type | expected a whole number of 32 bits, found the number 2147483648",
        "replicas | -2147483649 | wrong-type | expected a whole number of 32 bits, found the number -2147483649",
        "replicas | \"1\" | wrong-type | expected a whole number of 32 bits, found the string \"1\"",
        "replicas | [] | wrong-type | expected a whole number of 32 bits, found a list",
        "paused | \"true\" | wrong-type | expected true or false, found the string \"true\"",
        "selector | [] | wrong-type | expected an object, found a list",
        "selector | \"x\" | wrong-type | expected an object, found the string \"x\"",
        "selector.matchLabels | [] | wrong-type | expected an object, found a list",
        "selector.matchLabels[app/x] | 1 | wrong-type | expected a string, found the number 1; write it in quotes",
        "selector.matchExpressions | {} | wrong-type | expected a list, found an object",
        "template.spec.nodeName | true | wrong-type | expected a string, found true; write it in quotes",
        "template.spec.containers[0].image | {} | wrong-type | expected a string, found an object",
        "template.spec.overhead[cpu] | \"1x\" | invalid-quantity | expected a quantity such as \"100m\" or \"128Mi\", found the string \"1x\"",
        "template.spec.overhead[cpu] | true | wrong-type | expected a quantity such as \"100m\" or \"128Mi\", found true",
        "strategy.rollingUpdate.maxSurge | 1.5 | wrong-type | expected a whole number of 32 bits or a string, found the number 1.5",
        "template.metadata.creationTimestamp | \"today\" | invalid-time | expected a time such as \"2026-01-31T12:00:00Z\", found the string \"today\""
      })
  void wrongValuesAreNamedWithWhatWasExpected(
      String path, String value, String code, String message) {
    List<Problem> problems = check(deployment(path, value));

    assertThat(problems).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo(code);
      assertThat(problem.path()).hasToString("spec." + path);
      assertThat(problem.message()).isEqualTo(message);
      assertThat(problem.location().source().text().substring(problem.location().startOffset()))
          .startsWith(value);
    });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "replicas | 2147483647",
        "replicas | -2147483648",
        "replicas | -0",
        "replicas | null",
        "selector | null",
        "selector.matchLabels[a] | null",
        "selector.matchExpressions | null",
        "selector.matchExpressions | [null]",
        "template.spec.activeDeadlineSeconds | -9223372036854775808",
        "template.spec.activeDeadlineSeconds | 9223372036854775807",
        "template.spec.overhead[cpu] | null",
        "template.spec.overhead[cpu] | 1.5",
        "template.spec.overhead[cpu] | 1e3",
        "template.spec.overhead[cpu] | \" 100m \"",
        "strategy.rollingUpdate.maxSurge | \"25%\"",
        "strategy.rollingUpdate.maxSurge | 1",
        "template.metadata.creationTimestamp | null",
        "template.metadata.managedFields[0].fieldsV1 | {\"f:x\": {\".\": {}}}"
      })
  void whatGoDecodesIsAccepted(String path, String value) {
    assertThat(check(deployment(path, value))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "9223372036854775808 | wrong-type",
        "-9223372036854775809 | wrong-type",
        "99999999999999999999999999 | wrong-type"
      })
  void longNumbersDoNotWrapAround(String value, String code) {
    assertThat(check(deployment("template.spec.activeDeadlineSeconds", value)))
        .extracting(Problem::code)
        .containsExactly(code);
  }

  @Test
  void whatMayBeASecretIsNotRepeated() {
    assertThat(check(object("v1", "Secret", "\"data\": {\"a\": \"hush!\", \"b\": 4711}")))
        .extracting(Problem::message)
        .containsExactly(
            "expected bytes in Base64, found a string that is none",
            "expected bytes in Base64, found number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"aGk=\" |",
        "\"aG\\nk=\" |",
        "[104, 105, null] |",
        "null |",
        "\"aGk\" | data[k] invalid-base64",
        "1 | data[k] wrong-type",
        "{} | data[k] wrong-type",
        "[1, 256] | data[k][1] wrong-type",
        "[[]] | data[k][0] wrong-type"
      })
  void bytesAreBase64OrSmallNumbers(String value, String expected) {
    List<Problem> problems = check(object("v1", "Secret", "\"data\": {\"k\": " + value + "}"));

    assertThat(problems)
        .extracting(problem -> problem.path() + " " + problem.code())
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void problemsAreInTheOrderOfTheText() {
    List<Problem> problems = check("""
        {"spec": {"x": 1}, "metadata": {"y": 2}, "kind": "Pod", "z": 3, "apiVersion": "v1"}
        """);

    assertThat(problems)
        .extracting(problem -> problem.path().toString())
        .containsExactly("spec.x", "metadata.name", "metadata.y", "z");
  }

  @Test
  void aTreeWithoutATextHasProblemsWithoutPlaces() {
    List<Problem> problems = StrictCheck.kubernetes()
        .check(
            Value.from(Map.of("apiVersion", "v1", "kind", "Pod", "metadata", Map.of("name", 1))));

    assertThat(problems).singleElement().satisfies(p -> assertThat(p.place()).isEmpty());
  }

  @Test
  void depthCostsNoStack() {
    String props = "{\"properties\": {\"p\": ".repeat(4_000) + "{\"x-y\": 1}" + "}}".repeat(4_000);
    String crd = object(
        "apiextensions.k8s.io/v1",
        "CustomResourceDefinition",
        "\"spec\": {\"versions\": [{\"schema\": {\"openAPIV3Schema\": " + props + "}}]}");
    Source source = Source.of("test.json", crd);
    Value root =
        Documents.read(source, Limits.DEFAULT.withDepth(10_000)).roots().get(0);

    List<Problem> problems = StrictCheck.kubernetes().check(root);

    assertThat(problems).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo("unknown-field");
      assertThat(problem.path().steps()).hasSize(8_006);
    });
  }

  @Test
  void hugeTextsAreShortenedInMessages() {
    List<Problem> problems = check(deployment("replicas", "\"" + "x".repeat(100_000) + "\""));

    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.message()).hasSizeLessThan(200));
  }

  @Test
  void anyValueCanBeCheckedAsAType() {
    ObjectType type = ObjectType.of(
        "example.Widget", List.of(Field.of("sizes", new FieldType.ListOf(FieldType.Scalar.INT32))));
    Value widget = Value.from(Map.of("sizes", SequenceValue.of(List.of(ScalarValue.of("x")))));

    assertThat(StrictCheck.kubernetes().checkFields(widget, type))
        .extracting(problem -> problem.path() + " " + problem.code())
        .containsExactly("sizes[0] wrong-type");
    assertThat(StrictCheck.kubernetes().checkFields(ScalarValue.of("x"), type))
        .extracting(problem -> problem.path() + " " + problem.code())
        .containsExactly(" wrong-type");
  }

  /** A Deployment with one value at a path of its spec. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "012 | 012, which YAML reads as the number 10",
        "n | n, which YAML reads as false",
        "1_000 | 1_000, which YAML reads as the number 1000",
        "8080 | the number 8080",
        "true | true"
      })
  void whatIsOfAWrongTypeIsShownAsItWasWritten(String written, String found) {
    Source source = Source.of(
        "a.yaml",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: " + written + "}");
    Documents documents = Documents.read(source, Limits.DEFAULT);

    assertThat(StrictCheck.kubernetes().check(documents.roots().get(0)))
        .extracting(Problem::message)
        .containsExactly("expected a string, found " + found + "; write it in quotes");
  }

  private static String deployment(String path, String value) {
    StringBuilder open = new StringBuilder();
    StringBuilder close = new StringBuilder();
    for (String step : path.split("(?=\\[)|\\.", -1)) {
      if (step.equals("[0]")) {
        open.append('[');
        close.insert(0, ']');
      } else {
        open.append("{\"").append(step.replaceAll("[\\[\\]]", "")).append("\": ");
        close.insert(0, '}');
      }
    }
    return object("apps/v1", "Deployment", "\"spec\": " + open + value + close);
  }

  private static String object(String apiVersion, String kind, String rest) {
    return "{\"apiVersion\": \"%s\", \"kind\": \"%s\", \"metadata\": {\"name\": \"a\"}, %s}"
        .formatted(apiVersion, kind, rest);
  }

  private static List<Problem> check(String json) {
    Documents documents = Documents.read(Source.of("test.json", json), Limits.DEFAULT);
    assertThat(documents.problems()).isEmpty();
    return StrictCheck.kubernetes().check(documents.roots().get(0));
  }
}
