package io.plimsoll.core.admission.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.Strategies;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatingAdmissionWebhookTest {

  private final Hooks hooks = new Hooks();

  private static String validating(String... all) {
    return Hooks.configuration("Validating", "v", all);
  }

  private Admission ask(TestCall call, String... configurations) {
    return call.amid(Hooks.SHOP).amid(configurations).validate(hooks.validating());
  }

  private Admission ask(String more) {
    return ask(TestCall.create(Hooks.POD), validating(Hooks.hook("a.b.c", Hooks.PODS + more)));
  }

  @Test
  void webhooksAllowWithWarningsAndNotes() {
    hooks.answer("a.b.c", "allowed: true, warnings: [careful], auditAnnotations: {key: value}");
    Admission answer = ask("");
    assertThat(answer.isRefusal()).isFalse();
    assertThat(answer.warnings()).containsExactly("careful");
    assertThat(answer.auditAnnotations()).containsEntry("a.b.c/key", "value");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          message: no, code: 403, reason: Forbidden | 403 admission webhook "a.b.c" denied the request: no
          reason: Because | 400 admission webhook "a.b.c" denied the request: Because
          code: 200 | 400 admission webhook "a.b.c" denied the request without explanation
          """)
  void webhooksRefuse(String status, String refusal) {
    hooks.answer("a.b.c", "allowed: false, status: {" + status.replace("no,", "'no',") + "}");
    assertThat(TestCall.refusal(ask(""))).isEqualTo(refusal);
  }

  @Test
  void webhooksThatFailDecideByTheirPolicy() {
    assertThat(TestCall.refusal(ask("")))
        .isEqualTo("500 Internal error occurred: failed calling webhook \"a.b.c\": failed to call"
            + " webhook: Post \"https://hooks.example.com/a.b.c?timeout=10s\": context deadline"
            + " exceeded");
    Admission open = ask(", failurePolicy: Ignore, timeoutSeconds: 3");
    assertThat(open.isRefusal()).isFalse();
    assertThat(open.auditAnnotations())
        .containsEntry("failed-open.validating.webhook.admission.k8s.io/round_0_index_0", "a.b.c");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          {apiVersion: admission.k8s.io/v1, kind: AdmissionReview} | received invalid webhook response: webhook response was absent
          {apiVersion: admission.k8s.io/v1beta1, kind: AdmissionReview, response: {}} | failed to call webhook: converting (v1beta1.AdmissionReview) to (v1.AdmissionReview): unknown conversion
          {kind: Pod, apiVersion: v1} | failed to call webhook: no kind "Pod" is registered for version "v1" in scheme "pkg/runtime/scheme.go:111"
          {kind: Status, apiVersion: v1} | failed to call webhook: converting (v1.Status) to (v1.AdmissionReview): unknown conversion
          {response: {allowed: 'yes'}} | failed to call webhook: json: cannot unmarshal string into Go struct field AdmissionResponse.response.allowed of type bool
          {response: {warnings: [a, 5]}} | failed to call webhook: json: cannot unmarshal number into Go struct field AdmissionResponse.response.warnings of type string
          {response: {patch: '!'}} | failed to call webhook: illegal base64 data at input byte 0
          {response: {status: {code: 99999999999}}} | failed to call webhook: json: cannot unmarshal number 99999999999 into Go struct field Status.response.status.code of type int32
          {response: []} | failed to call webhook: json: cannot unmarshal array into Go struct field AdmissionReview.response of type v1.AdmissionResponse
          {response: {warnings: [1]}} | failed to call webhook: json: cannot unmarshal number into Go struct field AdmissionResponse.response.warnings of type string
          {response: {auditAnnotations: {a: {}}}} | failed to call webhook: json: cannot unmarshal object into Go struct field AdmissionResponse.response.auditAnnotations of type string
          {response: {status: denied}} | failed to call webhook: json: cannot unmarshal string into Go struct field AdmissionResponse.response.status of type v1.Status
          {response: {uid: x}} | received invalid webhook response: expected response.uid="%s", got "x"
          """)
  void answersThatMakeNoSenseAreFailures(String review, String why) {
    hooks.review("a.b.c", review);
    String refusal = TestCall.refusal(ask(""));
    String uid = Fields.of(hooks.request(0)).text("uid");
    assertThat(refusal)
        .isEqualTo("500 Internal error occurred: failed calling webhook \"a.b.c\": "
            + why.replace("%s", uid));
  }

  @Test
  void answersOfAWrongTypeAreIgnoredIfFailuresAre() {
    hooks.answer("a.b.c", "allowed: 'yes'");
    Admission open = ask(", failurePolicy: Ignore");
    assertThat(open.isRefusal()).isFalse();
    assertThat(open.auditAnnotations())
        .containsEntry("failed-open.validating.webhook.admission.k8s.io/round_0_index_0", "a.b.c");
  }

  @Test
  void backendsThatThrowOrAnswerNothingHaveFailed() {
    String start =
        "500 Internal error occurred: failed calling webhook \"a.b.c\": failed to call webhook: ";
    hooks.throwing("a.b.c", new IllegalStateException("out of order"));
    assertThat(TestCall.refusal(ask(""))).isEqualTo(start + "out of order");
    assertThat(ask(", failurePolicy: Ignore").isRefusal()).isFalse();
    hooks.throwing("a.b.c", new NullPointerException());
    assertThat(TestCall.refusal(ask(""))).isEqualTo(start + "the backend failed");
    hooks.silent("a.b.c");
    assertThat(TestCall.refusal(ask(""))).isEqualTo(start + "the backend answered nothing");
  }

  @Test
  void codesWithMoreThanThreeDigitsMakeTheServerPanic() {
    hooks.answer("a.b.c", "allowed: false, status: {code: 99999, message: odd}");
    assertThat(TestCall.refusal(ask("")))
        .isEqualTo("500 This request caused apiserver to panic. Look in the logs for details.");
    hooks.answer("a.b.c", "allowed: false, status: {code: 999, message: odd}");
    assertThat(TestCall.refusal(ask("")))
        .isEqualTo("999 admission webhook \"a.b.c\" denied the request: odd");
  }

  @Test
  void validatingWebhooksDoNotPatch() {
    hooks.patch("a.b.c", "[]");
    assertThat(TestCall.refusal(ask("")))
        .endsWith("received invalid webhook response: validating webhook may not return"
            + " response.patch");
  }

  @Test
  void reviewsTellWhatIsAsked() {
    hooks.answer("a.b.c", "allowed: true");
    ask("");
    assertThat(hooks.request(0).without("uid")).isEqualTo(TestCall.tree("""
            kind: {group: '', version: v1, kind: Pod}
            resource: {group: '', version: v1, resource: pods}
            requestKind: {group: '', version: v1, kind: Pod}
            requestResource: {group: '', version: v1, resource: pods}
            name: p
            namespace: shop
            operation: CREATE
            userInfo: {username: jane, groups: [developers, "system:authenticated"]}
            object:
              apiVersion: v1
              kind: Pod
              metadata: {name: p, namespace: shop}
              spec: {containers: [{name: c, resources: {}}]}
              status: {}
            oldObject: null
            dryRun: false
            options: {}
            """));
  }

  @Test
  void theFirstRefusalCountsAndAllAreCalled() {
    hooks
        .answer("a.b.c", "allowed: false, status: {message: first}, warnings: [one]")
        .answer("d.e.f", "allowed: false, status: {message: second}, warnings: [two]");
    Admission answer = ask(
        TestCall.create(Hooks.POD),
        Hooks.configuration("Validating", "z", Hooks.hook("d.e.f", Hooks.PODS)),
        Hooks.configuration("Validating", "b", Hooks.hook("a.b.c", Hooks.PODS)));
    assertThat(TestCall.refusal(answer)).endsWith("denied the request: first");
    assertThat(answer.warnings()).containsExactly("one", "two");
    assertThat(hooks.called()).containsExactly("a.b.c", "d.e.f");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          operations: [CREATE], apiGroups: [''], apiVersions: ['*'], resources: ['*'] | true
          operations: [UPDATE, DELETE], apiGroups: ['*'], apiVersions: ['*'], resources: ['*'] | false
          operations: ['*'], apiGroups: [apps], apiVersions: ['*'], resources: [pods] | false
          operations: ['*'], apiGroups: [''], apiVersions: [v2], resources: [pods] | false
          operations: ['*'], apiGroups: [''], apiVersions: [v1], resources: [pods/status] | false
          operations: ['*'], apiGroups: [''], apiVersions: [v1], resources: ['pods/*'] | true
          operations: ['*'], apiGroups: [''], apiVersions: [v1], resources: ['*/*'], scope: Namespaced | true
          operations: ['*'], apiGroups: [''], apiVersions: [v1], resources: ['*/*'], scope: Cluster | false
          """)
  void rulesSayWhatAWebhookIsFor(String rule, boolean called) {
    hooks.answer("a.b.c", "allowed: true");
    ask(TestCall.create(Hooks.POD), validating(Hooks.hook("a.b.c", "rules: [{" + rule + "}]")));
    assertThat(hooks.called()).hasSize(called ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          namespaceSelector: {matchLabels: {team: blue}} | true
          namespaceSelector: {matchLabels: {team: red}} | false
          objectSelector: {matchLabels: {app: web}} | false
          objectSelector: {matchExpressions: [{key: app, operator: DoesNotExist}]} | true
          """)
  void selectorsSayWhatAWebhookIsFor(String selector, boolean called) {
    hooks.answer("a.b.c", "allowed: true");
    ask(", " + selector);
    assertThat(hooks.called()).hasSize(called ? 1 : 0);
  }

  @Test
  void namespacesThatAreMissingOrWrittenAreSelected() {
    hooks.answer("a.b.c", "allowed: true");
    String selecting =
        Hooks.PODS.replace("[pods]", "['*']") + ", namespaceSelector: {matchLabels: {team: blue}}";
    assertThat(TestCall.refusal(TestCall.create(Hooks.POD)
            .amid(validating(Hooks.hook("a.b.c", selecting)))
            .validate(hooks.validating())))
        .isEqualTo("404 namespaces \"shop\" not found");
    ask(TestCall.create(Hooks.SHOP), validating(Hooks.hook("a.b.c", selecting)));
    assertThat(hooks.called()).hasSize(1);
    ask(
        TestCall.create("{apiVersion: v1, kind: Node, metadata: {name: worker}}"),
        validating(Hooks.hook("a.b.c", selecting)));
    assertThat(hooks.called()).hasSize(2);
  }

  @Test
  void dryRunsNeedWebhooksThatDoNoHarm() {
    hooks.answer("a.b.c", "allowed: true");
    assertThat(ask(TestCall.create(Hooks.POD).dryRun(), validating(Hooks.hook("a.b.c", Hooks.PODS)))
            .isRefusal())
        .isFalse();
    assertThat(Fields.of(hooks.request(0)).bool("dryRun")).isTrue();
    assertThat(TestCall.refusal(ask(
            TestCall.create(Hooks.POD).dryRun(),
            validating(Hooks.hook("a.b.c", Hooks.PODS)
                .replace("sideEffects: None", "sideEffects: Some")))))
        .isEqualTo("400 admission webhook \"a.b.c\" does not support dry run");
  }

  @Test
  void reviewsAreOfAVersionThatBothKnow() {
    hooks.review(
        "a.b.c",
        "{apiVersion: admission.k8s.io/v1beta1, kind: AdmissionReview, response: {allowed: false}}");
    assertThat(TestCall.refusal(ask(
            TestCall.create(Hooks.POD),
            validating(Hooks.hook("a.b.c", Hooks.PODS)
                .replace("[v1]}", "x")
                .replace(
                    "admissionReviewVersions: [v1]", "admissionReviewVersions: [v9, v1beta1]")))))
        .isEqualTo("400 admission webhook \"a.b.c\" denied the request without explanation");
    assertThat(TestCall.refusal(ask(
            TestCall.create(Hooks.POD),
            validating(Hooks.hook("a.b.c", Hooks.PODS)
                .replace("admissionReviewVersions: [v1]", "admissionReviewVersions: [v9]")))))
        .endsWith("could not create admission objects: webhook does not accept known"
            + " AdmissionReview versions (v1, v1beta1)");
  }

  @Test
  void webhooksDoNotSeeWebhooks() {
    String all =
        "rules: [{operations: ['*'], apiGroups: ['*'], apiVersions: ['*'], resources: ['*/*']}]";
    String configuration = validating(Hooks.hook("a.b.c", all));
    assertThat(ask(TestCall.create(configuration), configuration)).isEqualTo(Admission.UNCHANGED);
    assertThat(ask(
            TestCall.create("{apiVersion: authentication.k8s.io/v1, kind: TokenReview}"),
            configuration))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void webhooksSeeOtherVersionsOfAnObjectUnlessTheyMatchExactly() {
    hooks.answer("a.b.c", "allowed: true");
    String v1 = "rules: [{operations: ['*'], apiGroups: [autoscaling], apiVersions: [v1],"
        + " resources: [horizontalpodautoscalers]}]";
    String autoscaler = "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata:"
        + " {name: h, namespace: shop}, spec: {maxReplicas: 3, metrics: [{type: Resource, resource:"
        + " {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]}}";
    ask(TestCall.create(autoscaler), validating(Hooks.hook("a.b.c", v1)));
    Fields request = Fields.of(hooks.request(0));
    assertThat(Trees.object(request, "resource").text("version")).isEqualTo("v1");
    assertThat(Trees.object(request, "requestResource").text("version")).isEqualTo("v2");
    assertThat(request.value("object"))
        .isEqualTo(TestCall.tree("{apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler,"
            + " metadata: {name: h, namespace: shop}, spec: {scaleTargetRef: {kind: '', name: ''},"
            + " maxReplicas: 3, targetCPUUtilizationPercentage: 70}, status: {currentReplicas: 0, desiredReplicas:"
            + " 0}}"));
    ask(TestCall.create(autoscaler), validating(Hooks.hook("a.b.c", v1 + ", matchPolicy: Exact")));
    assertThat(hooks.called()).hasSize(1);
  }

  @Test
  void webhooksSeeInAnnotationsWhatTheirVersionHasNoFieldsFor() {
    hooks.answer("a.b.c", "allowed: true");
    String v1 = "rules: [{operations: ['*'], apiGroups: [autoscaling], apiVersions: [v1],"
        + " resources: [horizontalpodautoscalers]}]";
    String autoscaler = "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata:"
        + " {name: h, namespace: shop}, spec: {maxReplicas: 3, metrics: [{type: Pods}]}}";
    ask(TestCall.create(autoscaler), validating(Hooks.hook("a.b.c", v1)));
    Fields object = Trees.object(Fields.of(hooks.request(0)), "object");
    assertThat(Trees.object(object, "metadata").stringMap("annotations"))
        .containsEntry("autoscaling.alpha.kubernetes.io/metrics", "[{\"type\":\"Pods\"}]");
  }

  @Test
  void matchConditionsAreNotEvaluated() {
    assertThat(TestCall.refusal(ask(", matchConditions: [{name: c, expression: 'true'}]")))
        .isEqualTo("501 the match conditions of the webhook \"a.b.c\" are expressions in CEL,"
            + " which are not evaluated");
  }

  @Test
  void servicesAreCalledByTheirName() {
    String service = "{name: a.b.c, clientConfig: {service: {name: s, namespace: hooks, path: x}},"
        + " sideEffects: None, admissionReviewVersions: [v1], " + Hooks.PODS + "}";
    assertThat(TestCall.refusal(ask(TestCall.create(Hooks.POD), validating(service))))
        .contains("Post \"https://s.hooks.svc:443/x?timeout=10s\": ");
    assertThat(TestCall.refusal(TestCall.create(Hooks.POD)
            .amid(Hooks.SHOP, validating(service))
            .validate(new ValidatingAdmissionWebhook(
                WebhookBackend.unreachable(), ObjectVersions.of(Strategies.of(List.of()))))))
        .endsWith("dial tcp: lookup failed: no such host");
  }

  @Test
  void answersOfServersAreReviews() {
    assertThat(WebhookBackend.Answer.ofHttp(200, "{\"kind\": \"AdmissionReview\"}"))
        .isEqualTo(new WebhookBackend.Answer.Reviewed(TestCall.tree("{kind: AdmissionReview}")));
    assertThat(WebhookBackend.Answer.ofHttp(200, "kind: AdmissionReview"))
        .isEqualTo(new WebhookBackend.Answer.Reviewed(TestCall.tree("{kind: AdmissionReview}")));
    assertThat(WebhookBackend.Answer.ofHttp(200, "{broken"))
        .isEqualTo(new WebhookBackend.Answer.Failed("couldn't get version/kind; json parse error:"
            + " invalid character 'b' looking for beginning of object key string"));
    assertThat(WebhookBackend.Answer.ofHttp(200, "[]"))
        .isEqualTo(new WebhookBackend.Answer.Failed("couldn't get version/kind; json parse error:"
            + " json: cannot unmarshal array into Go value of type struct { APIVersion string"
            + " \"json:\\\"apiVersion,omitempty\\\"\"; Kind string"
            + " \"json:\\\"kind,omitempty\\\"\" }"));
    assertThat(WebhookBackend.Answer.ofHttp(503, "later"))
        .isInstanceOf(WebhookBackend.Answer.Failed.class);
    WebhookBackend.Call call =
        new WebhookBackend.Call("c", "w", "https://h", 5, MappingValue.empty());
    assertThat(call.refused("127.0.0.1:443"))
        .isEqualTo(new WebhookBackend.Answer.Failed("Post \"https://h?timeout=5s\": dial tcp"
            + " 127.0.0.1:443: connect: connection refused"));
  }
}
