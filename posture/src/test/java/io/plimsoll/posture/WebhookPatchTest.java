package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.webhook.WebhookBackend;
import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an API server says to patches of mutating webhooks that change what an object is. */
class WebhookPatchTest {

  private static final KubeObject NEW = object("""
      {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c","namespace":"shop"},
       "data":{"a":"YQ=="}}""");

  private static final KubeObject OLD = object("""
      {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c","namespace":"shop",
       "resourceVersion":"5"},"data":{"a":"YQ=="}}""");

  private static final Cluster SHOP = Posture.running(Cluster.of(object("""
      {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop"}}"""), object("""
      {"apiVersion":"admissionregistration.k8s.io/v1","kind":"MutatingWebhookConfiguration",
       "metadata":{"name":"m"},"webhooks":[{"name":"a.b.c","clientConfig":{"url":"https://h/a"},
       "sideEffects":"None","admissionReviewVersions":["v1"],"rules":[{"operations":["*"],
       "apiGroups":[""],"apiVersions":["v1"],"resources":["configmaps"]}]}]}""")));

  private static KubeObject object(String json) {
    return KubeObject.of((MappingValue) Value.parseJson(Source.of("test", json)));
  }

  private static ApiServer server(String patch) {
    String encoded = Base64.getEncoder().encodeToString(patch.getBytes(StandardCharsets.UTF_8));
    return Posture.apiServer(
        ServerFlags.defaults(),
        Backends.none()
            .withWebhooks(call -> WebhookBackend.Answer.ofHttp(
                200, """
            {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","response":{"uid":"%s",
             "allowed":true,"patchType":"JSONPatch","patch":"%s"}}""".formatted(Fields.of(call.review().get("request")).text("uid"), encoded))));
  }

  private static String patched(Cluster cluster, ApiRequest request, String path, String value) {
    String patch = "[{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":" + value + "}]";
    Response response = server(patch).handle(cluster, request);
    return response.code() + " "
        + response
            .object()
            .map(object -> object.toString().contains("\"other\"") ? "stored" : "")
            .orElse("")
        + response.message();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      /kind | "Secret" | 500 converting (v1.Secret) to (core.ConfigMap): unknown conversion
      /metadata/name | "other" | 201 stored
      /metadata/namespace | "other" | 400 the namespace of the provided object does not match the namespace sent on the request
      """)
  void aNewObject(String path, String value, String answer) {
    ApiRequest create = Request.as("admin", User.MASTERS).create(NEW);
    assertThat(patched(SHOP, create, path, value)).isEqualTo(answer);
  }

  @Test
  void nullsOfAPatchAreZeroValues() {
    String patch = "[{\"op\":\"add\",\"path\":\"/data/x\",\"value\":null},"
        + "{\"op\":\"add\",\"path\":\"/immutable\",\"value\":null}]";
    Response created =
        server(patch).handle(SHOP, Request.as("admin", User.MASTERS).create(NEW));
    MappingValue map = created.object().orElseThrow();
    assertThat(map.get("data")).hasToString("{\"a\":\"YQ==\",\"x\":\"\"}");
    assertThat(map.get("immutable")).isNull();
  }

  @Test
  void answersMayBeLarge() {
    String patch = "[{\"op\":\"add\",\"path\":\"/data/x\",\"value\":\"other\"},"
        + "{\"op\":\"test\",\"path\":\"/data/a\",\"value\":\"YQ==\"}"
        + " ".repeat(4_000_000) + "]";
    Response created =
        server(patch).handle(SHOP, Request.as("admin", User.MASTERS).create(NEW));
    assertThat(created.message()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      /kind | "Secret" | 500 converting (v1.Secret) to (core.ConfigMap): unknown conversion
      /metadata/name | "other" | 422 ConfigMap "other" is invalid: metadata.name: Invalid value: "other": field is immutable
      /metadata/namespace | "other" | 400 the namespace of the provided object does not match the namespace sent on the request
      """)
  void anObjectThatIsThere(String path, String value, String answer) {
    ApiRequest update = Request.as("admin", User.MASTERS).update(NEW);
    assertThat(patched(SHOP.with(OLD), update, path, value)).isEqualTo(answer);
  }
}
