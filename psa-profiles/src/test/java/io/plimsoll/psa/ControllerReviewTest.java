package io.plimsoll.psa;

import static io.plimsoll.psa.Requests.BARE_POD_RESTRICTED;
import static io.plimsoll.psa.Requests.controller;
import static io.plimsoll.psa.Requests.exempting;
import static io.plimsoll.psa.Requests.namespace;
import static io.plimsoll.psa.Requests.object;
import static io.plimsoll.psa.Requests.standard;
import static io.plimsoll.psa.Requests.template;
import static io.plimsoll.psa.Requests.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.psa.AdmissionResponse.Evaluation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ControllerReviewTest {

  private static final Namespace RESTRICTED =
      namespace("shop", "enforce", "restricted", "audit", "restricted", "warn", "restricted");

  private static final Value DEPLOYMENT =
      object("apps/v1", "Deployment", Map.of("spec", Map.of("template", template())));

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void theTemplateIsAuditedAndWarnedAboutButNeverRefused(
      String group, String resource, String kind, Map<String, ?> fields) {
    Value object = object(group.isEmpty() ? "v1" : group + "/v1", kind, fields);

    AdmissionResponse response =
        standard().review(controller(group, resource, object).build(), view(RESTRICTED));

    String text = "would violate PodSecurity \"restricted:latest\": " + BARE_POD_RESTRICTED;
    assertThat(response)
        .returns(true, AdmissionResponse::allowed)
        .returns(List.of(text), AdmissionResponse::warnings)
        .returns(Map.of("audit-violations", text), AdmissionResponse::auditAnnotations);
    assertThat(response.evaluations())
        .extracting(Evaluation::mode)
        .containsExactly(Mode.AUDIT, Mode.WARN);
  }

  static Stream<Arguments> theTemplateIsAuditedAndWarnedAboutButNeverRefused() {
    Map<String, ?> spec = Map.of("spec", Map.of("template", template()));
    Map<String, ?> cronJob = Map.of("spec", Map.of("jobTemplate", spec));
    return Stream.of(
        Arguments.of("", "replicationcontrollers", "ReplicationController", spec),
        Arguments.of("", "podtemplates", "PodTemplate", Map.of("template", template())),
        Arguments.of("apps", "daemonsets", "DaemonSet", spec),
        Arguments.of("apps", "deployments", "Deployment", spec),
        Arguments.of("apps", "replicasets", "ReplicaSet", spec),
        Arguments.of("apps", "statefulsets", "StatefulSet", spec),
        Arguments.of("batch", "jobs", "Job", spec),
        Arguments.of("batch", "cronjobs", "CronJob", cronJob));
  }

  @Test
  void nothingIsSaidAboutATemplateThatIsAllowed() {
    PodSecurityAdmission admission = standard();
    for (String level : List.of("baseline", "restricted", "baseline")) {
      AdmissionResponse response = admission.review(
          controller("apps", "deployments", DEPLOYMENT).build(),
          view(namespace("shop", "audit", "baseline", "warn", level)));
      assertThat(response.auditAnnotations()).isEmpty();
      assertThat(response.warnings()).hasSize(level.equals("restricted") ? 1 : 0);
      assertThat(response.evaluations())
          .extracting(evaluation -> evaluation.mode() + " " + evaluation.policy())
          .containsExactly("audit baseline:latest", "warn " + level + ":latest");
    }
  }

  @Test
  void findingsAreAboutTheWholeObject() {
    AdmissionResponse response =
        standard().review(controller("apps", "deployments", DEPLOYMENT).build(), view(RESTRICTED));

    Finding finding = response.evaluations().get(0).result().findings().get(0);
    assertThat(finding.object()).hasToString("Deployment shop/web");
    assertThat(finding.path())
        .hasToString("spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation");
  }

  @Test
  void theMetadataOfTheControllerIsNotThatOfItsPods() {
    String seccomp = "seccomp.security.alpha.kubernetes.io/pod";
    Value object = object(
        "apps/v1",
        "Deployment",
        Map.of(
            "metadata",
            Map.of("annotations", Map.of(seccomp, "unconfined")),
            "spec",
            Map.of("template", template())));
    Namespace namespace = namespace("shop", "warn", "baseline", "warn-version", "v1.18");

    AdmissionResponse response =
        standard().review(controller("apps", "deployments", object).build(), view(namespace));

    assertThat(response).isNotEqualTo(AdmissionResponse.ALLOWED);
    assertThat(response.warnings()).isEmpty();
  }

  @Test
  void anUpdateIsEvaluatedWhateverItChanges() {
    AdmissionRequest request = AdmissionRequest.builder(Operation.UPDATE, "deployments")
        .group("apps")
        .namespace("shop")
        .object(DEPLOYMENT)
        .oldObject(DEPLOYMENT)
        .build();

    assertThat(standard().review(request, view(RESTRICTED)).warnings()).hasSize(1);
  }

  @Test
  void subresourcesAreAllowed() {
    AdmissionRequest request =
        controller("apps", "deployments", DEPLOYMENT).subresource("scale").build();

    assertThat(standard().review(request, view(RESTRICTED))).isEqualTo(AdmissionResponse.ALLOWED);
  }

  @Test
  void exemptionsAreNoted() {
    AdmissionRequest request = controller("apps", "deployments", DEPLOYMENT).build();

    assertThat(exempting(Exemptions.NONE.withNamespaces("shop")).review(request, view(RESTRICTED)))
        .isEqualTo(AdmissionResponse.allowed("exempt", "namespace"));
    assertThat(exempting(Exemptions.NONE.withUsernames("alice")).review(request, view(RESTRICTED)))
        .isEqualTo(AdmissionResponse.allowed("exempt", "user"));
  }

  @Test
  void aTemplateOfAnExemptRuntimeClassIsNoted() {
    Value object = object(
        "batch/v1",
        "Job",
        Map.of("spec", Map.of("template", Map.of("spec", Map.of("runtimeClassName", "kata")))));

    AdmissionResponse response = exempting(Exemptions.NONE.withRuntimeClasses("kata"))
        .review(controller("batch", "jobs", object).build(), view(RESTRICTED));

    assertThat(response).isEqualTo(AdmissionResponse.allowed("exempt", "runtimeClass"));
  }

  @Test
  void anUnknownNamespaceIsNoted() {
    AdmissionRequest request =
        controller("apps", "deployments", DEPLOYMENT).namespace("nowhere").build();

    assertThat(standard().review(request, view(RESTRICTED)))
        .isEqualTo(AdmissionResponse.allowed(
            "error", "failed to lookup namespace \"nowhere\": namespaces \"nowhere\" not found"));
  }

  @Test
  void whereNeitherAuditNorWarnDemandsAnythingNothingIsLookedAt() {
    Namespace enforcing = namespace("shop", "enforce", "restricted", "warn", "privileged");
    AdmissionRequest request =
        controller("apps", "deployments", Value.from(null)).build();

    assertThat(standard().review(request, view(enforcing))).isEqualTo(AdmissionResponse.ALLOWED);
  }

  @Test
  void anObjectOfAnotherKindIsNoted() {
    Value service = Value.from(Map.of("apiVersion", "example.com/v1beta1", "kind", "Service"));

    assertThat(
            standard().review(controller("apps", "deployments", service).build(), view(RESTRICTED)))
        .isEqualTo(
            AdmissionResponse.allowed(
                "error",
                "failed to extract pod template: unexpected object type: example.com/v1beta1, Kind=Service"));
    assertThat(standard()
            .review(controller("apps", "deployments", Value.from(null)).build(), view(RESTRICTED)))
        .isEqualTo(AdmissionResponse.allowed(
            "error", "failed to extract pod template: unexpected object type: /, Kind="));
  }

  @Test
  void anObjectThatCannotBeDecodedIsNoted() {
    AdmissionRequest request = controller("apps", "deployments", DEPLOYMENT)
        .object(new RequestObject.Undecodable("unexpected EOF"))
        .build();

    assertThat(standard().review(request, view(RESTRICTED)))
        .isEqualTo(AdmissionResponse.allowed("error", "failed to decode object: unexpected EOF"));
  }

  @Test
  void onlyAReplicationControllerCanBeWithoutATemplate() {
    Namespace broken = namespace("shop", "audit", "restricted", "warn", "bogus");
    Value controller = object("v1", "ReplicationController", Map.of("spec", Map.of()));
    Value deployment = object("apps/v1", "Deployment", Map.of("spec", Map.of()));

    assertThat(standard()
            .review(controller("", "replicationcontrollers", controller).build(), view(broken)))
        .isEqualTo(AdmissionResponse.ALLOWED);
    assertThat(standard()
            .review(controller("apps", "deployments", deployment).build(), view(broken))
            .auditAnnotations())
        .containsOnlyKeys("error");
  }

  @Test
  void otherResourcesAreNotLookedAt() {
    Value service = Value.from(Map.of("apiVersion", "v1", "kind", "Service"));

    assertThat(standard().review(controller("", "services", service).build(), view(RESTRICTED)))
        .isEqualTo(AdmissionResponse.ALLOWED);
    assertThat(standard().review(controller("apps", "jobs", DEPLOYMENT).build(), view(RESTRICTED)))
        .isEqualTo(AdmissionResponse.ALLOWED);
  }
}
