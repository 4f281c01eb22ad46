package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.webhook.WebhookBackend;
import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.apiserver.ServerState;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.manifest.JsonWriter;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.User;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes no sense gets the answer of an API server, whatever it is. */
class BadObjectsTest {

  private static final User ADMIN = User.of("admin", User.MASTERS);
  private static final String SHOP = "/api/v1/namespaces/shop/";
  private static final String EXISTING = """
      {apiVersion: v1, kind: Namespace, metadata: {name: shop}, spec: {finalizers: [kubernetes]}}
      ---
      {apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: shop}}
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: shop}, data: {k: v}}
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: MutatingWebhookConfiguration
      metadata: {name: hooks}
      webhooks:
      - name: m.example.com
        clientConfig: {url: 'https://example.com/m'}
        sideEffects: None
        admissionReviewVersions: [v1]
        failurePolicy: Fail
        objectSelector: {matchLabels: {hooked: 'yes'}}
        rules: [{operations: ['*'], apiGroups: [''], apiVersions: [v1], resources: ['*']}]
      """;

  private final ServerState state = ServerState.of(
          Cluster.of(Manifests.read("test.yaml", EXISTING).orThrow().objects()))
      .at(Instant.parse("2026-01-01T00:00:00Z"));

  private Response answer(
      WebhookBackend backend, String method, String path, String type, String body) {
    ApiServer server =
        Posture.apiServer(ServerFlags.defaults(), Backends.none().withWebhooks(backend));
    return server.handle(state, ApiRequest.of(method, path).as(ADMIN).withBody(type, body));
  }

  private Response post(String path, String body) {
    return answer(WebhookBackend.unreachable(), "POST", SHOP + path, "application/yaml", body);
  }

  @Test
  void amountsInBinaryUnitsAreCappedAndOthersAreNot() {
    Response response = post("pods", """
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec:
          containers:
          - {name: c, image: i, resources: {requests: {memory: 16Ei, cpu: 99999999999999999999E}}}
        """);

    assertThat(response.code()).as(response.message()).isEqualTo(201);
    assertThat(JsonWriter.compact(response.object().orElseThrow()))
        .contains("\"memory\":\"9223372036854775807\"", "\"cpu\":\"99999999999999999999E\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      resourcequotas  | {apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {cpu: -1}}} | ResourceQuota "q" is invalid: spec.hard[cpu]: Invalid value: "-1": must be greater than or equal to 0
      limitranges     | {apiVersion: v1, kind: LimitRange, metadata: {name: l}, spec: {limits: [{type: Container, min: {cpu: 2}, max: {cpu: 1}}]}} | LimitRange "l" is invalid: [spec.limits[0].min[cpu]: Invalid value: "2": min value 2 is greater than max value 1, spec.limits[0].defaultRequest[cpu]: Invalid value: "1": min value 2 is greater than default request value 1, spec.limits[0].default[cpu]: Invalid value: "2": min value 2 is greater than default value 1]
      pods            | {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: i, resources: {requests: {cpu: -1}}}]}} | Pod "p" is invalid: spec.containers[0].resources.requests[cpu]: Invalid value: "-1": must be greater than or equal to 0
      pods            | {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: i, resources: {requests: {cpu: 1x}}}]}} | Pod in version "v1" cannot be handled as a Pod: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'
      """)
  void amountsThatMakeNoSenseAreRefused(String path, String body, String message) {
    assertThat(post(path, body).message()).isEqualTo(message);
  }

  @Test
  void annotationsOfAMegabyteAreTooLong() {
    String body = "{apiVersion: v1, kind: ConfigMap, metadata: {name: big, annotations: {a: '"
        + "x".repeat(1 << 20) + "'}}}";

    Response response = post("configmaps", body);

    assertThat(response.code()).isEqualTo(422);
    assertThat(response.message())
        .isEqualTo(
            "ConfigMap \"big\" is invalid: metadata.annotations: Too long: may not be more than 262144"
                + " bytes");
  }

  @ParameterizedTest(name = "[{index}] {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      json-patch+json | [{"op": "remove", "path": "/data/x"}] | 422 | the server rejected our request due to an error in our request
      json-patch+json | [{"op": "test", "path": "/data/k", "value": "w"}] | 422 | the server rejected our request due to an error in our request
      json-patch+json | [{"op": "turn", "path": "/data/k"}] | 422 | the server rejected our request due to an error in our request
      json-patch+json | {"op": "remove"} | 400 | error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp
      json-patch+json | [{"op": "replace", "path": "/data", "value": "x"}] | 422 | ` "" is invalid: patch: Invalid value: "{\\"apiVersion\\":\\"v1\\",\\"data\\":\\"x\\",\\"kind\\":\\"ConfigMap\\",\\"metadata\\":{\\"name\\":\\"c\\",\\"namespace\\":\\"shop\\",\\"resourceVersion\\":\\"1\\"}}": json: cannot unmarshal string into Go struct field ConfigMap.data of type map[string]string`
      merge-patch+json | {"data": {"a b": "c"}} | 422 | ConfigMap "c" is invalid: data[a b]: Invalid value: "a b": a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')
      merge-patch+json | {"data": 1} | 422 | ` "" is invalid: patch: Invalid value: "{\\"apiVersion\\":\\"v1\\",\\"data\\":1,\\"kind\\":\\"ConfigMap\\",\\"metadata\\":{\\"name\\":\\"c\\",\\"namespace\\":\\"shop\\",\\"resourceVersion\\":\\"1\\"}}": json: cannot unmarshal number into Go struct field ConfigMap.data of type map[string]string`
      merge-patch+json | [] | 400 | error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}
      merge-patch+json | {"metadata": {"name": "d"}} | 400 | the name of the object (d) does not match the name on the URL (c)
      strategic-merge-patch+json | {"data": [1]} | 422 | ` "" is invalid: patch: Invalid value: "map[data:[1]]": cannot restore map from slice`
      strategic-merge-patch+json | {"data": {"$patch": "turn"}} | 500 | unknown patch type: turn in map: map[$patch:turn]
      """)
  void patchesThatDoNotApplyOrMakeTheObjectInvalid(
      String type, String patch, int code, String message) {
    Response response = answer(
        WebhookBackend.unreachable(), "PATCH", SHOP + "configmaps/c", "application/" + type, patch);

    assertThat(response.code() + " " + response.message()).isEqualTo(code + " " + message);
  }

  private Response hooked(String review) {
    WebhookBackend backend = call -> {
      String uid = Fields.of(call.review().get("request")).text("uid");
      return WebhookBackend.Answer.ofHttp(200, review.replace("UID", uid));
    };
    return answer(
        backend,
        "POST",
        SHOP + "configmaps",
        "application/yaml",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: hooked, labels: {hooked: 'yes'}}, data: {k: v}}");
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      nonsense | Internal error occurred: failed calling webhook "m.example.com": failed to call webhook: couldn't get version/kind; json parse error: json: cannot unmarshal string into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }
      [] | Internal error occurred: failed calling webhook "m.example.com": failed to call webhook: couldn't get version/kind; json parse error: json: cannot unmarshal array into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }
      {} | Internal error occurred: failed calling webhook "m.example.com": received invalid webhook response: webhook response was absent
      {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1"} | Internal error occurred: failed calling webhook "m.example.com": received invalid webhook response: webhook response was absent
      {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","response":{"uid":"other","allowed":true}} | Internal error occurred: failed calling webhook "m.example.com": received invalid webhook response: expected response.uid="UID", got "other"
      {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","response":{"uid":"UID","allowed":"yes"}} | Internal error occurred: failed calling webhook "m.example.com": failed to call webhook: json: cannot unmarshal string into Go struct field AdmissionResponse.response.allowed of type bool
      {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","response":{"uid":"UID","allowed":true,"patch":"W10"}} | Internal error occurred: failed calling webhook "m.example.com": failed to call webhook: illegal base64 data at input byte 0
      {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","response":{"uid":"UID","allowed":true,"patch":"W10="}} | Internal error occurred: failed calling webhook "m.example.com": received invalid webhook response: webhook returned response.patch but not response.patchType
      """)
  void answersOfWebhooksThatMakeNoSenseAreFailures(String review, String message) {
    Response response = hooked(review);

    String got = response.message().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UID");
    assertThat(response.code() + " " + got).isEqualTo("500 " + message);
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      [{"op": "remove", "path": "/data/x"}] | 500 Internal error occurred: error in remove for path: '/data/x': Unable to remove nonexistent key: x: missing value
      [{"op": "replace", "path": "/data", "value": 1}] | 500 Internal error occurred: json: cannot unmarshal number into Go struct field ConfigMap.data of type map[string]string
      [{"op": "add", "path": "/data/a b", "value": "c"}] | 422 ConfigMap "hooked" is invalid: data[a b]: Invalid value: "a b": a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')
      [{"op": "add", "path": "/data/a", "value": {}}] | 500 Internal error occurred: json: cannot unmarshal object into Go struct field ConfigMap.data of type string
      [{"op": "turn", "path": "/data/a", "value": {}}] | 500 Internal error occurred: Unexpected kind: turn
      {"op": "remove"} | 500 Internal error occurred: failed calling webhook "m.example.com": received undecodable patch in webhook response: json: cannot unmarshal object into Go value of type jsonpatch.Patch
      [1] | 500 Internal error occurred: failed calling webhook "m.example.com": received undecodable patch in webhook response: json: cannot unmarshal number into Go value of type jsonpatch.Operation
      """)
  void patchesOfWebhooksThatDoNotApplyOrMakeTheObjectInvalid(String patch, String message) {
    String encoded = Base64.getEncoder().encodeToString(patch.getBytes(StandardCharsets.UTF_8));
    Response response =
        hooked("{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\",\"response\":"
            + "{\"uid\":\"UID\",\"allowed\":true,\"patchType\":\"JSONPatch\",\"patch\":\"" + encoded
            + "\"}}");

    assertThat(response.code() + " " + response.message()).isEqualTo(message);
  }

  @Test
  void anObjectOfAManifestMayBePatched() {
    Response response = answer(
        WebhookBackend.unreachable(),
        "PATCH",
        SHOP + "configmaps/c",
        "application/merge-patch+json",
        "{\"data\": {\"k\": \"w\"}}");

    assertThat(response.code()).as(response.message()).isEqualTo(200);
  }

  @Test
  void aKindWhoseRulesAreNotKnownIsSaidToBe() {
    Response response = post("resourceclaims", "");
    assertThat(response.code()).isEqualTo(404);

    Response created = answer(
        WebhookBackend.unreachable(),
        "POST",
        "/apis/resource.k8s.io/v1/namespaces/shop/resourceclaims",
        "application/yaml",
        "{apiVersion: resource.k8s.io/v1, kind: ResourceClaim, metadata: {name: r}, spec: {}}");

    assertThat(created.code()).as(created.message()).isEqualTo(201);
    assertThat(created.trace().toString())
        .contains(
            "the rules for ResourceClaim are not known: beyond its fields and metadata, nothing is set by"
                + " default or validated");
  }
}
