package io.plimsoll.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindCheckTest {

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "7", "true"})
  void whatIsNoObjectIsSaidToBeNone(String text) {
    Value root =
        Documents.readJson(Source.of("test.json", text), Limits.DEFAULT).roots().get(0);

    assertThat(StrictCheck.kubernetes().check(root))
        .extracting(Problem::code)
        .containsExactly("not-an-object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | missing-kind: \"kind\" is missing",
        "{\"kind\": \"Deployment\"} | missing-api-version: \"apiVersion\" is missing; Deployment is in \"apps/v1\"",
        "{\"apiVersion\": \"v1\", \"Kind\": \"Pod\"} | missing-kind: \"kind\" is missing; did you mean it by \"Kind\"",
        "{\"apiVersion\": \"v1\", \"kind\": \"\"} | missing-kind: \"kind\" is missing",
        "{\"apiVersion\": \"v1\", \"kind\": null} | missing-kind: \"kind\" is missing",
        "{\"apiVersion\": \"v1\", \"kind\": 5} | wrong-type: expected a string, found the number 5; write it in quotes",
        "{\"apiVersion\": 1, \"kind\": \"Pod\"} | wrong-type: expected a string, found the number 1; write it in quotes",
        "{\"apiVersion\": \"v1\", \"kind\": \"pod\"} | unknown-kind: unknown kind \"pod\" in \"v1\"; did you mean \"Pod\"",
        "{\"apiVersion\": \"v1\", \"kind\": \"Deployment\"} | unknown-kind: unknown kind \"Deployment\" in \"v1\"; Deployment is in \"apps/v1\"",
        "{\"apiVersion\": \"app/v1\", \"kind\": \"Deploy\"} | unknown-api-version: unknown API version \"app/v1\"; did you mean \"apps/v1\"",
        "{\"apiVersion\": \"apps/v2\", \"kind\": \"Deployment\"} | unknown-api-version: unknown API version \"apps/v2\"; Deployment is in \"apps/v1\"",
        "{\"apiVersion\": \"autoscaling/v3\", \"kind\": \"HorizontalPodAutoscaler\"} | unknown-api-version: unknown API version \"autoscaling/v3\"; HorizontalPodAutoscaler is in \"autoscaling/v2\"",
        "{\"apiVersion\": \"nodots/v1\", \"kind\": \"Widget\"} | unknown-api-version: unknown API version \"nodots/v1\"",
        "{\"apiVersion\": \"a/b/c\", \"kind\": \"Widget\"} | unknown-api-version: expected a version, or a group and a version with a slash between them, found \"a/b/c\""
      })
  void kindsThatAreMissingOrUnknownAreNamed(String text, String expected) {
    assertThat(check(text))
        .first()
        .extracting(problem -> problem.code() + ": " + problem.message())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "extensions/v1beta1, Deployment, 1.16, apps/v1",
    "apps/v1beta2, StatefulSet, 1.16, apps/v1",
    "batch/v2alpha1, CronJob, 1.21, batch/v1",
    "extensions/v1beta1, Ingress, 1.22, networking.k8s.io/v1",
    "rbac.authorization.k8s.io/v1beta1, RoleBinding, 1.22, rbac.authorization.k8s.io/v1",
    "rbac.authorization.k8s.io/v1beta1, RoleList, 1.22, rbac.authorization.k8s.io/v1",
    "autoscaling/v2beta2, HorizontalPodAutoscaler, 1.26, autoscaling/v2",
    "flowcontrol.apiserver.k8s.io/v1beta3, FlowSchema, 1.32, flowcontrol.apiserver.k8s.io/v1"
  })
  void removedVersionsAreNamedWithTheOneToUse(
      String apiVersion, String kind, String release, String instead) {
    assertThat(check(object(apiVersion, kind, "\"spec\": {}"))).singleElement().satisfies(p -> {
      assertThat(p.code()).isEqualTo("removed-api-version");
      assertThat(p.path()).hasToString("apiVersion");
      assertThat(p.message())
          .isEqualTo(
              "%s %s was removed in Kubernetes %s; use \"%s\"", apiVersion, kind, release, instead);
    });
  }

  @Test
  void podSecurityPoliciesHaveNoSuccessor() {
    assertThat(check(object("policy/v1beta1", "PodSecurityPolicy", "\"spec\": {}")))
        .extracting(Problem::message)
        .containsExactly("policy/v1beta1 PodSecurityPolicy was removed in Kubernetes 1.25;"
            + " there is no such kind any more, Pod Security Admission takes its place");
  }

  @Test
  void noVersionThatIsServedIsSaidToBeRemoved() {
    assertThat(RemovedApi.all()).isNotEmpty().allSatisfy(removed -> {
      assertThat(Schema.kubernetes().type(removed.apiVersion(), removed.kind())).isEmpty();
      if (!removed.instead().isEmpty()) {
        assertThat(Schema.kubernetes().type(removed.instead(), removed.kind())).isPresent();
      }
    });
  }

  @Test
  void customResourcesPassButTheirMetadataIsChecked() {
    assertThat(check(object("example.com/v1", "Widget", "\"spec\": {\"x\": [1.5]}")))
        .isEmpty();
    assertThat(check("{\"apiVersion\": \"gateway.networking.k8s.io/v1\", \"kind\": \"Gateway\","
            + " \"metadata\": {\"name\": \"g\", \"labels\": {\"a\": 1}, \"nam\": \"x\"}}"))
        .extracting(problem -> problem.path() + " " + problem.code())
        .containsExactly("metadata.labels[a] wrong-type", "metadata.nam unknown-field");
  }

  @Test
  void configurationFilesNeedNoName() {
    assertThat(check("{\"apiVersion\": \"kustomize.config.k8s.io/v1beta1\","
            + " \"kind\": \"Kustomization\", \"resources\": []}"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}",
        "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": null}",
        "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {}}",
        "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"\"}}",
        "{\"apiVersion\": \"example.com/v1\", \"kind\": \"Widget\", \"metadata\": {\"name\": null}}"
      })
  void anObjectNeedsAName(String text) {
    assertThat(check(text)).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo("missing-name");
      assertThat(problem.path()).hasToString("metadata.name");
    });
  }

  @Test
  void aNameMayBeLeftToTheServer() {
    assertThat(check("{\"apiVersion\": \"v1\", \"kind\": \"Pod\","
            + " \"metadata\": {\"generateName\": \"web-\"}}"))
        .isEmpty();
    assertThat(check("{\"apiVersion\": \"authorization.k8s.io/v1\","
            + " \"kind\": \"SelfSubjectAccessReview\", \"spec\": {}}"))
        .isEmpty();
  }

  @Test
  void aNameOfAWrongTypeIsOneProblem() {
    assertThat(check("{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": 1}}"))
        .extracting(Problem::code)
        .containsExactly("wrong-type");
    assertThat(check("{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": []}"))
        .extracting(Problem::code)
        .containsExactly("wrong-type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "v1 | List | \"items\": [1, {\"kind\": 5}] |",
        "v1 | PodList | \"items\": [{}], \"metadata\": {\"resourceVersion\": \"1\"} |",
        "example.com/v1 | WidgetList | \"items\": [] |",
        "v1 | List | \"items\": {} | items wrong-type",
        "v1 | List | \"item\": [] | item unknown-field",
        "v1 | PodList | \"items\": [], \"metadata\": {\"name\": \"x\"} | metadata.name unknown-field",
        "v1 | PdList | \"items\": [] | kind unknown-kind"
      })
  void ofAListOnlyItselfIsChecked(String apiVersion, String kind, String rest, String expected) {
    List<Problem> problems =
        check("{\"apiVersion\": \"%s\", \"kind\": \"%s\", %s}".formatted(apiVersion, kind, rest));

    assertThat(problems)
        .extracting(problem -> problem.path() + " " + problem.code())
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void theListOfAKindIsAtHomeWhereTheKindIs() {
    assertThat(check("{\"apiVersion\": \"v1\", \"kind\": \"DeploymentList\", \"items\": []}"))
        .extracting(Problem::message)
        .containsExactly(
            "unknown kind \"DeploymentList\" in \"v1\"; DeploymentList is in \"apps/v1\"");
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
