package io.plimsoll.psa;

import static io.plimsoll.psa.Requests.BARE_POD_RESTRICTED;
import static io.plimsoll.psa.Requests.PRIVILEGED_POD_BASELINE;
import static io.plimsoll.psa.Requests.createPod;
import static io.plimsoll.psa.Requests.exempting;
import static io.plimsoll.psa.Requests.namespace;
import static io.plimsoll.psa.Requests.pod;
import static io.plimsoll.psa.Requests.privilegedPod;
import static io.plimsoll.psa.Requests.standard;
import static io.plimsoll.psa.Requests.updatePod;
import static io.plimsoll.psa.Requests.view;
import static io.plimsoll.psa.Requests.withRuntimeClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.request.Status;
import io.plimsoll.psa.AdmissionResponse.Evaluation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodReviewTest {

  private static final Namespace BASELINE = namespace("shop", "enforce", "baseline");

  @Test
  void aPodThatViolatesWhatIsEnforcedIsRefused() {
    AdmissionResponse response =
        standard().review(createPod(privilegedPod("web")).build(), view(BASELINE));

    assertThat(response)
        .returns(false, AdmissionResponse::allowed)
        .returns(List.of(), AdmissionResponse::warnings)
        .returns(Map.of("enforce-policy", "baseline:latest"), AdmissionResponse::auditAnnotations)
        .returns(
            Optional.of(new Status(
                403,
                "Forbidden",
                "pods \"web\" is forbidden: violates PodSecurity \"baseline:latest\": "
                    + PRIVILEGED_POD_BASELINE,
                Optional.of(Status.Details.of("", "pods", "web")))),
            AdmissionResponse::status);
  }

  @Test
  void aPodWithoutANameIsRefusedWithoutOne() {
    AdmissionResponse response =
        standard().review(createPod(privilegedPod("")).build(), view(BASELINE));

    assertThat(response.status().orElseThrow().message())
        .isEqualTo("pods is forbidden: violates PodSecurity \"baseline:latest\": "
            + PRIVILEGED_POD_BASELINE);
  }

  @Test
  void aPodThatIsAllowedIsWarnedAboutAndNoted() {
    Namespace namespace = namespace(
        "shop",
        "enforce",
        "baseline",
        "audit",
        "restricted",
        "audit-version",
        "v1.99",
        "warn",
        "restricted");

    AdmissionResponse response =
        standard().review(createPod(pod("nginx")).build(), view(namespace));

    assertThat(response)
        .returns(true, AdmissionResponse::allowed)
        .returns(
            List.of("would violate PodSecurity \"restricted:latest\": " + BARE_POD_RESTRICTED),
            AdmissionResponse::warnings)
        .returns(
            Map.of(
                "enforce-policy",
                "baseline:latest",
                "audit-violations",
                "would violate PodSecurity \"restricted:v1.99\": " + BARE_POD_RESTRICTED),
            AdmissionResponse::auditAnnotations);
    assertThat(response.evaluations())
        .extracting(Evaluation::mode)
        .containsExactly(Mode.ENFORCE, Mode.AUDIT, Mode.WARN);
  }

  @Test
  void aPodIsJudgedByWhatItsNamespaceDemandsHoweverItWasSent() {
    PodSecurityAdmission admission = standard();
    MappingValue sent = Trees.json(
        "{'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'web', 'namespace': 'shop'},"
            + " 'spec': {'containers': [{'name': 'nginx'}]}}");
    for (String level : List.of("baseline", "restricted", "baseline", "privileged")) {
      for (String audit : List.of("baseline", "restricted", "privileged")) {
        AdmissionView view = view(namespace("shop", "enforce", level, "audit", audit));
        assertThat(admission.review(createPod(pod("web")).object(sent).build(), view))
            .isEqualTo(standard().review(createPod(Trees.pod(sent)).build(), view));
      }
    }
  }

  @Test
  void aPodThatIsRefusedIsNotedButNotWarnedAbout() {
    Namespace namespace =
        namespace("shop", "enforce", "baseline", "audit", "baseline", "warn", "restricted");

    AdmissionResponse response =
        standard().review(createPod(privilegedPod("web")).build(), view(namespace));

    assertThat(response.allowed()).isFalse();
    assertThat(response.warnings()).isEmpty();
    assertThat(response.auditAnnotations())
        .containsEntry(
            "audit-violations",
            "would violate PodSecurity \"baseline:latest\": " + PRIVILEGED_POD_BASELINE);
    assertThat(response.evaluations())
        .extracting(Evaluation::mode)
        .containsExactly(Mode.ENFORCE, Mode.AUDIT);
  }

  @Test
  void equalModesAreEvaluatedOnce() {
    int[] evaluations = {0};
    Check counting = Check.of("counting", Level.BASELINE).since("v1.0", (metadata, spec) -> {
      evaluations[0]++;
      return Optional.empty();
    });
    PodSecurityAdmission admission =
        PodSecurityAdmission.of(PodSecurityConfiguration.DEFAULT, Evaluator.of(List.of(counting)));
    Namespace namespace =
        namespace("shop", "enforce", "baseline", "audit", "baseline", "warn", "baseline");

    AdmissionResponse response = admission.review(createPod(pod("web")).build(), view(namespace));

    assertThat(response.evaluations()).hasSize(3);
    assertThat(evaluations[0]).isEqualTo(1);
  }

  @Test
  void brokenLabelsAreNotedAndEnforceRestricted() {
    Namespace namespace = namespace("shop", "enforce", "bogus", "warn", "x");

    AdmissionResponse response =
        standard().review(createPod(pod("nginx")).build(), view(namespace));

    assertThat(response.status().orElseThrow().message())
        .isEqualTo("pods \"nginx\" is forbidden: violates PodSecurity \"restricted:latest\": "
            + BARE_POD_RESTRICTED);
    assertThat(response.auditAnnotations())
        .containsEntry(
            "error",
            "Failed to parse policy: ["
                + "metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: \"bogus\":"
                + " must be one of privileged, baseline, restricted, "
                + "metadata.labels[pod-security.kubernetes.io/warn]: Invalid value: \"x\":"
                + " must be one of privileged, baseline, restricted]")
        .containsEntry("enforce-policy", "restricted:latest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"exec", "attach", "binding", "eviction", "log", "portforward", "proxy", "status"})
  void subresourcesThatDoNotChangeThePodAreAllowed(String subresource) {
    AdmissionResponse response = standard()
        .review(createPod(privilegedPod("web")).subresource(subresource).build(), view(BASELINE));

    assertThat(response).isEqualTo(AdmissionResponse.ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ephemeralcontainers", "resize", "of-tomorrow"})
  void otherSubresourcesArePods(String subresource) {
    AdmissionResponse response = standard()
        .review(createPod(privilegedPod("web")).subresource(subresource).build(), view(BASELINE));

    assertThat(response.allowed()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"DELETE", "CONNECT"})
  void otherOperationsAreAllowed(Operation operation) {
    AdmissionRequest request =
        AdmissionRequest.builder(operation, "pods").namespace("nowhere").build();

    assertThat(standard().review(request, view(BASELINE))).isEqualTo(AdmissionResponse.ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"metrics.k8s.io", "apps"})
  void podsOfAnotherGroupAreNone(String group) {
    AdmissionRequest request = createPod(privilegedPod("web")).group(group).build();

    assertThat(standard().review(request, view(BASELINE))).isEqualTo(AdmissionResponse.ALLOWED);
  }

  @Test
  void theNamespaceIsExemptBeforeTheUserIs() {
    Exemptions both = Exemptions.NONE.withNamespaces("shop").withUsernames("alice");
    AdmissionRequest request = createPod(privilegedPod("web")).build();

    assertThat(exempting(both).review(request, view(BASELINE)).auditAnnotations())
        .isEqualTo(Map.of("exempt", "namespace"));
    assertThat(exempting(both.withNamespaces()).review(request, view(BASELINE)).auditAnnotations())
        .isEqualTo(Map.of("exempt", "user"));
    assertThat(exempting(both.withNamespaces("shop2").withUsernames("bob"))
            .review(request, view(BASELINE))
            .allowed())
        .isFalse();
  }

  @Test
  void exemptionsAnswerBeforeTheNamespaceIsLookedUp() {
    AdmissionResponse response = exempting(Exemptions.NONE.withUsernames("alice"))
        .review(createPod(pod("web")).namespace("nowhere").build(), view(BASELINE));

    assertThat(response.auditAnnotations()).isEqualTo(Map.of("exempt", "user"));
  }

  @Test
  void aPodOfAnExemptRuntimeClassIsAllowed() {
    AdmissionRequest request =
        createPod(withRuntimeClass("kata", privilegedPod("web"))).build();
    PodSecurityAdmission admission = exempting(Exemptions.NONE.withRuntimeClasses("kata"));

    assertThat(admission.review(request, view(BASELINE)).auditAnnotations())
        .isEqualTo(Map.of("exempt", "runtimeClass"));
    assertThat(admission
            .review(request, view(namespace("shop", "enforce", "privileged")))
            .auditAnnotations())
        .isEqualTo(Map.of("enforce-policy", "privileged:latest"));
  }

  @Test
  void aNamespaceThatDoesNotExistIsAnInternalError() {
    AdmissionResponse response =
        standard().review(createPod(pod("web")).namespace("missing-ns").build(), view(BASELINE));

    assertThat(response.status())
        .contains(new Status(
            500,
            "InternalError",
            "Internal error occurred: failed to lookup namespace \"missing-ns\"",
            Optional.of(Status.Details.of("", "", "")
                .withCauses(List.of(
                    new Status.Cause("", "failed to lookup namespace \"missing-ns\"", ""))))));
    assertThat(response.auditAnnotations())
        .isEqualTo(
            Map.of(
                "error",
                "Internal error occurred: failed to lookup namespace \"missing-ns\": namespaces \"missing-ns\" not found"));
  }

  @Test
  void aPrivilegedNamespaceAnswersBeforeTheObjectIsLookedAt() {
    Namespace privileged = namespace("shop", "enforce", "privileged", "enforce-version", "v1.5");
    AdmissionRequest request =
        createPod(pod("web")).object(RequestObject.absent()).build();

    AdmissionResponse response = standard().review(request, view(privileged));

    assertThat(response)
        .isEqualTo(AdmissionResponse.allowed("enforce-policy", "privileged:latest"));
  }

  @Test
  void aPrivilegedNamespaceWithABrokenLabelIsEvaluated() {
    Namespace broken = namespace("shop", "audit", "bogus");

    AdmissionResponse response =
        standard().review(createPod(privilegedPod("web")).build(), view(broken));

    assertThat(response.allowed()).isTrue();
    assertThat(response.auditAnnotations())
        .containsOnlyKeys("error", "enforce-policy")
        .containsEntry("enforce-policy", "privileged:latest");
  }

  @Test
  void anObjectThatIsNoPodIsABadRequest() {
    Value configMap = Value.from(Map.of("apiVersion", "v1", "kind", "ConfigMap"));

    assertBad(createPod(pod("web")).object(configMap), "failed to decode pod", "");
    assertBad(createPod(pod("web")).object(RequestObject.absent()), "failed to decode pod", "");
    assertBad(
        updatePod(pod("web"), pod("web")).oldObject(configMap), "failed to decode old pod", "");
  }

  @Test
  void anObjectThatCannotBeDecodedIsABadRequest() {
    RequestObject broken = new RequestObject.Undecodable("unexpected EOF");

    assertBad(createPod(pod("web")).object(broken), "failed to decode object", ": unexpected EOF");
    assertBad(
        updatePod(pod("web"), pod("web")).oldObject(broken),
        "failed to decode old object",
        ": unexpected EOF");
    assertBad(
        createPod(pod("web")).object(Value.from(List.of())),
        "failed to decode object",
        ": json: cannot unmarshal array into Go value");
  }

  private static void assertBad(
      AdmissionRequest.Builder request, String message, String auditSuffix) {
    AdmissionResponse response = standard().review(request.build(), view(BASELINE));

    assertThat(response.status())
        .contains(new Status(400, "BadRequest", message, Optional.empty()));
    assertThat(response.auditAnnotations()).isEqualTo(Map.of("error", message + auditSuffix));
  }

  @Test
  void anUpdateThatChangesNothingOfInterestIsAllowed() {
    AdmissionResponse response =
        standard().review(updatePod(pod("web"), privilegedPod("web")).build(), view(BASELINE));

    assertThat(response).isEqualTo(AdmissionResponse.ALLOWED);
  }
}
