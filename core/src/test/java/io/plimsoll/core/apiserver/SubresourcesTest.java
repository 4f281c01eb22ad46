package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.ALICE;
import static io.plimsoll.core.apiserver.Shop.DEPLOYMENT;
import static io.plimsoll.core.apiserver.Shop.PODS;
import static io.plimsoll.core.apiserver.Shop.field;
import static io.plimsoll.core.apiserver.Shop.get;
import static io.plimsoll.core.apiserver.Shop.handle;
import static io.plimsoll.core.apiserver.Shop.pod;
import static io.plimsoll.core.apiserver.Shop.post;
import static io.plimsoll.core.apiserver.Shop.send;
import static io.plimsoll.core.apiserver.Shop.stateOf;
import static io.plimsoll.core.apiserver.Shop.stored;
import static io.plimsoll.core.apiserver.Shop.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authn.ServiceAccountTokens;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubresourcesTest {

  private static final ServerState STATE = stateOf(
      DEPLOYMENT,
      pod("web", "n1"),
      pod("new", ""),
      "{apiVersion: v1, kind: ServiceAccount, metadata: {name: robot, namespace: shop}}");

  private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/shop/deployments/web";

  @Test
  void aStatusIsWrittenWithoutTheRest() {
    String body =
        "{\"metadata\": {\"name\": \"web\", \"labels\": {\"a\": \"b\"}}, \"spec\": {\"replicas\": 9}, \"status\": {\"replicas\": 2}}";

    Response written = handle(STATE, send("PUT", DEPLOYMENTS + "/status", body));

    assertThat(written.code()).isEqualTo(200);
    assertThat(field(written, "status", "replicas")).isEqualTo("2");
    assertThat(field(written, "spec", "replicas")).isEqualTo("2");
    assertThat(field(written, "metadata", "generation"))
        .isEqualTo(field(stored(STATE, "Deployment", "web"), "metadata", "generation"));
  }

  @Test
  void theRestIsWrittenWithoutTheStatus() {
    ApiRequest request = ALICE.patch(
        "deployments.apps",
        "shop",
        "web",
        "application/merge-patch+json",
        "{\"spec\": {\"replicas\": 3}, \"status\": {\"replicas\": 7}}");

    Response written = handle(STATE, request);

    assertThat(field(written, "spec", "replicas")).isEqualTo("3");
    assertThat(field(written, "status", "replicas")).isEmpty();
    assertThat(field(written, "metadata", "generation")).isEqualTo("2");
  }

  @Test
  void aScaleIsReadAndWritten() {
    Response read = handle(STATE, get(DEPLOYMENTS + "/scale"));
    Response scaled = handle(
        STATE,
        send(
            "PUT",
            DEPLOYMENTS + "/scale",
            "{\"metadata\": {\"name\": \"web\"}, \"spec\": {\"replicas\": 5}}"));
    Response patched = handle(
        STATE,
        ALICE.patch(
            "deployments.apps/scale",
            "shop",
            "web",
            "application/merge-patch+json",
            "{\"spec\": {\"replicas\": 0}}"));

    assertThat(field(read, "kind")).isEqualTo("Scale");
    assertThat(field(read, "apiVersion")).isEqualTo("autoscaling/v1");
    assertThat(field(read, "spec", "replicas")).isEqualTo("2");
    assertThat(field(read, "status", "selector")).isEqualTo("app=web");
    assertThat(field(scaled, "spec", "replicas")).isEqualTo("5");
    assertThat(field(stored(scaled.state(), "Deployment", "web"), "spec", "replicas"))
        .isEqualTo("5");
    assertThat(field(stored(patched.state(), "Deployment", "web"), "spec", "replicas"))
        .isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"metadata\": {\"name\": \"web\"}, \"spec\": {\"replicas\": -1}}|422 Invalid: Scale.autoscaling \"web\" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0",
        "{\"metadata\": {\"name\": \"web\", \"resourceVersion\": \"1\"}, \"spec\": {\"replicas\": 1}}|409 Conflict: Operation cannot be fulfilled on deployments.apps \"web\": the object has been modified; please apply your changes to the latest version and try again",
        "{\"metadata\": {\"name\": \"db\"}, \"spec\": {\"replicas\": 1}}|400 BadRequest: the name of the object (db) does not match the name on the URL (web)",
      })
  void aScaleThatCannotBeIsRefused(String body, String refusal) {
    assertThat(summary(handle(STATE, send("PUT", DEPLOYMENTS + "/scale", body))))
        .isEqualTo(refusal);
  }

  @Test
  void aTokenIsIssuedAndItsTextIsInNothingButTheAnswer() throws GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(256);
    ApiServer server = ApiServer.builder()
        .strategies(Shop.strategies())
        .tokens(ServiceAccountTokens.of("https://issuer", keys.generateKeyPair())
            .withApiAudiences(List.of("https://issuer")))
        .build();
    ApiRequest request =
        post("/api/v1/namespaces/shop/serviceaccounts/robot/token", "{\"spec\": {}}");

    Response issued = server.handle(STATE, request);

    String token = field(issued, "status", "token");
    assertThat(issued.code()).isEqualTo(201);
    assertThat(token.split("\\.", -1)).hasSize(3);
    assertThat(field(issued, "status", "expirationTimestamp")).isEqualTo("2026-01-01T01:00:00Z");
    assertThat(issued.trace() + issued.audit().toString() + issued.warnings())
        .doesNotContain(token)
        .doesNotContain(token.split("\\.", -1)[2]);
    assertThat(issued.state().revision()).isEqualTo(STATE.revision());
    assertThat(field(server.handle(issued.state(), request), "status", "token"))
        .isNotEqualTo(token);
  }

  @Test
  void aServerWithoutAKeyIssuesNoTokens() {
    ApiRequest request =
        post("/api/v1/namespaces/shop/serviceaccounts/robot/token", "{\"spec\": {}}");

    assertThat(summary(handle(STATE, request)))
        .isEqualTo("501 NotImplemented: issuing tokens by a"
            + " server that was given no key to sign them with is not supported");
  }

  @Test
  void aPodIsBoundToANodeOnce() {
    String body =
        "{\"metadata\": {\"name\": \"new\"}, \"target\": {\"kind\": \"Node\", \"name\": \"n2\"}}";

    Response bound = handle(STATE, post(PODS + "/new/binding", body));
    Response again = handle(bound.state(), post(PODS + "/new/binding", body));

    assertThat(bound.code()).isEqualTo(201);
    assertThat(field(stored(bound.state(), "Pod", "new"), "spec", "nodeName")).isEqualTo("n2");
    assertThat(Fields.of(stored(bound.state(), "Pod", "new").get("status"))
            .list("conditions", condition -> condition.text("type")))
        .contains("PodScheduled");
    assertThat(summary(again))
        .isEqualTo("409 Conflict: Operation cannot be fulfilled on pods/binding"
            + " \"new\": pod new is already assigned to node \"n2\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"metadata\": {\"name\": \"other\"}}|400 BadRequest: name in URL does not match name in Binding object",
        "{\"metadata\": {\"name\": \"new\"}, \"target\": {}}|500 : target.name: Required value",
        "{\"metadata\": {\"name\": \"new\"}, \"target\": {\"kind\": \"Pod\", \"name\": \"x\"}}|500 : target.kind: Unsupported value: \"Pod\": supported values: \"Node\", \"<empty>\"",
      })
  void aBindingThatCannotBeIsRefused(String body, String refusal) {
    assertThat(summary(handle(STATE, post(PODS + "/new/binding", body)))).isEqualTo(refusal);
  }

  private static final String EVICTION = "{\"metadata\": {\"name\": \"web\"}}";

  private static ServerState budgeted(int allowed) {
    return Shop.holding(
        "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: {app: web}}, spec: {nodeName: n1, terminationGracePeriodSeconds: 30}, status: {phase: Running, conditions: [{type: Ready, status: 'True'}]}}",
        "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: most, namespace: shop}, spec: {selector: {matchLabels: {app: web}}}, status: {disruptionsAllowed: "
            + allowed + ", currentHealthy: 1, desiredHealthy: 1}}");
  }

  @Test
  void anEvictionSpendsTheBudget() {
    Response evicted = handle(budgeted(1), post(PODS + "/web/eviction", EVICTION));

    assertThat(evicted.code()).isEqualTo(201);
    assertThat(field(
            stored(evicted.state(), "PodDisruptionBudget", "most"), "status", "disruptionsAllowed"))
        .isEqualTo("0");
    assertThat(field(stored(evicted.state(), "Pod", "web"), "metadata", "deletionTimestamp"))
        .isNotEmpty();
  }

  @Test
  void anEvictionOfTheLastVersionIsOneToo() {
    String body =
        "{\"apiVersion\": \"policy/v1beta1\", \"kind\": \"Eviction\", \"metadata\": {\"name\": \"web\"}}";

    assertThat(handle(budgeted(1), post(PODS + "/web/eviction", body)).code()).isEqualTo(201);
    assertThat(summary(handle(
            budgeted(1), post(PODS + "/web/eviction", body.replace("policy/v1beta1", "apps/v1")))))
        .startsWith("400 BadRequest: ");
  }

  @Test
  void aBudgetThatIsSpentSaysSo() {
    ServerState state = budgeted(1);

    Response evicted = handle(state, post(PODS + "/web/eviction", EVICTION));

    MappingValue budget = stored(evicted.state(), "PodDisruptionBudget", "most");
    assertThat(Shop.field(budget, "metadata", "resourceVersion")).isEqualTo("2");
    assertThat(Fields.of(budget.get("status")).value("conditions"))
        .hasToString(
            "[{\"type\":\"DisruptionAllowed\",\"status\":\"False\","
                + "\"lastTransitionTime\":\"2026-01-01T00:00:00Z\",\"reason\":\"InsufficientPods\",\"message\":\"\"}]");
    assertThat(Fields.of(stored(evicted.state(), "Pod", "web").get("status"))
            .list("conditions", condition -> condition.text("type") + condition.text("reason")))
        .isEqualTo(List.of("Ready", "DisruptionTargetEvictionByEvictionAPI"));
  }

  @Test
  void anEvictionAndItsRequestAreTriedAlike() {
    String body = "{\"metadata\": {\"name\": \"web\"}, \"deleteOptions\": {\"dryRun\": [\"All\"]}}";
    ApiRequest request = post(PODS + "/web/eviction", body);

    assertThat(handle(budgeted(1), request).code()).isEqualTo(201);
    assertThat(handle(budgeted(1), request.withParameter("dryRun", "All")).code())
        .isEqualTo(201);
    assertThat(summary(handle(
            budgeted(1), request.withParameter("dryRun", "All").withParameter("dryRun", "All"))))
        .isEqualTo(
            "500 : Non-matching dry-run options in request and content: [All All] and [All]");
    assertThat(
            summary(handle(budgeted(1), post(PODS + "/web/eviction", body.replace("All", "Some")))))
        .isEqualTo(
            "422 Invalid: DeleteOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value:"
                + " [\"Some\"]: supported values: \"All\"");
  }

  @Test
  void anEvictionThatTheBudgetForbidsIsTooMany() {
    Response refused = handle(budgeted(0), post(PODS + "/web/eviction", EVICTION));

    assertThat(summary(refused))
        .isEqualTo(
            "429 TooManyRequests: Cannot evict pod as it would violate the pod's disruption budget.");
    assertThat(refused.status().orElseThrow().causes().get(0).message())
        .isEqualTo("The disruption budget most needs 1 healthy pods and has 1 currently");
  }

  @Test
  void anEvictionOfAnotherPodIsRefused() {
    assertThat(summary(handle(STATE, post(PODS + "/new/eviction", EVICTION))))
        .isEqualTo("400 BadRequest: name in URL does not match name in Eviction object");
    assertThat(handle(STATE, post(PODS + "/none/eviction", "{\"metadata\": {\"name\": \"none\"}}"))
            .code())
        .isEqualTo(404);
  }

  @Test
  void aPartThatAResourceHasNotIsNotFound() {
    assertThat(summary(handle(STATE, get(PODS + "/web/soul"))))
        .isEqualTo("404 NotFound: the server could not find the requested resource");
    assertThat(summary(handle(STATE, ApiRequest.of("DELETE", PODS + "/web/status"))))
        .isEqualTo("405 MethodNotAllowed: the server does not allow this method on the requested"
            + " resource");
  }
}
