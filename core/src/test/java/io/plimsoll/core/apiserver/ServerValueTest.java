package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.ALICE;
import static io.plimsoll.core.apiserver.Shop.CONFIG_MAPS;
import static io.plimsoll.core.apiserver.Shop.DEPLOYMENT;
import static io.plimsoll.core.apiserver.Shop.SETTINGS;
import static io.plimsoll.core.apiserver.Shop.get;
import static io.plimsoll.core.apiserver.Shop.handle;
import static io.plimsoll.core.apiserver.Shop.object;
import static io.plimsoll.core.apiserver.Shop.pod;
import static io.plimsoll.core.apiserver.Shop.post;
import static io.plimsoll.core.apiserver.Shop.stateOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authn.Authentication;
import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.patch.PatchType;
import io.plimsoll.core.request.ApiRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The state is a value, and a server is a function. */
class ServerValueTest {

  private static final List<ApiRequest> REQUESTS = List.of(
      ALICE.create(object(SETTINGS)),
      post(CONFIG_MAPS, "{\"metadata\": {\"generateName\": \"g-\"}}"),
      ALICE.create(object(DEPLOYMENT)),
      ALICE.patch(
          "configmaps",
          "shop",
          "settings",
          "application/merge-patch+json",
          "{\"data\": {\"a\": \"b\"}}"),
      ALICE.create(object(pod("web", "n1"))),
      ALICE.list("configmaps", "shop"),
      ALICE.delete("pods", "shop", "web"),
      ALICE.delete("configmaps", "shop", "settings"));

  private static List<String> answers() {
    List<String> answers = new ArrayList<>();
    ServerState state = ServerState.of(Cluster.empty());
    for (ApiRequest request : REQUESTS) {
      Response response = handle(state, request);
      answers.add(
          response.code() + " " + response.status() + response.object() + response.warnings()
              + response.trace() + response.audit() + response.cluster().objects());
      state = response.state();
    }
    return answers;
  }

  @Test
  void aServerSaysWhatItHas() {
    assertThat(ApiServer.builder().build())
        .asString()
        .startsWith("API server (0 admission plug-ins, ");
  }

  @Test
  void theSameRequestsGiveTheSameBytes() {
    assertThat(answers()).isEqualTo(answers());
  }

  @Test
  void aRequestLeavesTheStateBeforeItAsItWas() {
    ServerState before = stateOf(SETTINGS, pod("web", "n1"));
    String objects = before.cluster().objects().toString();
    long revision = before.revision();

    for (ApiRequest request : REQUESTS) {
      handle(before, request);
    }

    assertThat(before.cluster().objects()).hasToString(objects);
    assertThat(before.revision()).isEqualTo(revision);
  }

  @Test
  void readsAndRefusalsLeaveTheState() {
    ServerState state = stateOf(SETTINGS);

    assertThat(handle(state, get(CONFIG_MAPS)).state()).isSameAs(state);
    assertThat(handle(state, ALICE.create(object(SETTINGS))).state()).isSameAs(state);
    assertThat(handle(state, post(CONFIG_MAPS, "{")).state()).isSameAs(state);
  }

  @Test
  void everyWriteIsARevisionAndTimesComeFromTheState() {
    Instant noon = Instant.parse("2026-08-01T12:00:00Z");
    ServerState state = ServerState.of(Cluster.empty()).at(noon);

    Response created = handle(state, ALICE.create(object(SETTINGS)));

    assertThat(created.state().revision()).isEqualTo(state.revision() + 1);
    assertThat(created.state().now()).isEqualTo(noon);
    assertThat(Shop.field(created, "metadata", "creationTimestamp"))
        .isEqualTo("2026-08-01T12:00:00Z");
    assertThat(Shop.field(created, "metadata", "resourceVersion")).isEqualTo("2");
  }

  @Test
  void theTraceSaysWhatEachStageDid() {
    Response created = handle(ServerState.of(Cluster.empty()), ALICE.create(object(SETTINGS)));

    assertThat(created.trace())
        .extracting(TraceStep::toString)
        .containsExactly(
            "authentication: off: alice",
            "authorization: allowed",
            "decoding: decoded",
            "validation: valid",
            "storage: created: ConfigMap shop/settings");
  }

  @Test
  void theTraceOfARefusalEndsWithIt() {
    Response refused = handle(
        ServerState.of(Cluster.empty()),
        post(Shop.PODS, "{\"metadata\": {\"name\": \"web\"}, \"spec\": {\"containers\": []}}"));

    assertThat(refused.code()).isEqualTo(422);
    TraceStep last = refused.trace().get(refused.trace().size() - 1);
    assertThat(last.stage()).isEqualTo(Stage.VALIDATION);
    assertThat(last.outcome()).isEqualTo("refused");
    assertThat(last.detail()).isEqualTo(refused.message());
  }

  @Test
  void secretsAreNotPrinted() {
    ServerState state =
        stateOf("{apiVersion: v1, kind: Secret, metadata: {name: db, namespace: shop},"
            + " stringData: {password: hush}}");
    Response read = handle(state, ALICE.get("secrets", "shop", "db").withToken("hush"));
    Response listed = handle(state, ALICE.list("secrets", "shop"));
    Response watched = handle(state, ALICE.list("secrets", "shop").withParameter("watch", "true"));

    assertThat(read).hasToString("200 Secret shop/db");
    assertThat(listed).hasToString("200 SecretList");
    assertThat(watched.toString()).startsWith("200 text of ");
    assertThat(ALICE.get("secrets", "shop", "db").withToken("hush").headers())
        .hasToString("[Authorization: (hidden)]");
    assertThat(handle(state, ALICE.get("secrets", "shop", "web")))
        .hasToString("404 NotFound secrets \"web\" not found");
  }

  @Test
  void aSecretThatAPatchCannotBeAppliedToIsNotPrinted() {
    ServerState state =
        stateOf("{apiVersion: v1, kind: Secret, metadata: {name: db, namespace: shop},"
            + " data: {password: aHVzaA==}}");

    Response refused = handle(
        state,
        ALICE.patch(
            "secrets", "shop", "db", PatchType.MERGE, "{\"data\": {\"key\": \"\\\"hush!\"}}"));

    assertThat(refused.message()).contains("aHVzaA==", "hush!");
    assertThat(refused.toString())
        .startsWith("422 Invalid  \"\" is invalid: patch: Invalid value: \"…\": ")
        .doesNotContain("aHVzaA==", "hush!");
    assertThat(refused.trace().toString()).doesNotContain("aHVzaA==", "hush!");
  }

  @Test
  void withoutAnAuthenticatorRequestsAreBelieved() {
    ApiServer server = ApiServer.builder()
        .authorizer((cluster, user, attributes) ->
            user.name().equals("alice") ? Authorization.allow("it is her") : Authorization.deny(""))
        .build();

    assertThat(server.handle(Cluster.empty(), ALICE.getPath("/version")).code()).isEqualTo(200);
    assertThat(server.handle(Cluster.empty(), Shop.get("/version")).message())
        .isEqualTo("forbidden: User \"\" cannot get path \"/version\"");
  }

  @Test
  void anAuthenticatorOfOnesOwnMayFail() {
    ApiServer broken = ApiServer.builder()
        .authenticator(request -> {
          throw new IllegalStateException("out of order");
        })
        .build();
    ApiServer silent = ApiServer.builder().authenticator(request -> null).build();

    Response failed = broken.handle(Cluster.empty(), Shop.get("/version"));
    assertThat(failed).hasToString("401 Unauthorized Unauthorized");
    assertThat(failed.audit().logged()).isEqualTo("out of order");
    assertThat(silent.handle(Cluster.empty(), Shop.get("/version")).audit().logged())
        .isEqualTo("the backend answered nothing");
  }

  @Test
  void anAuthorizersReasonMayFail() {
    ApiServer server = ApiServer.builder()
        .authorizer((cluster, user, attributes) -> Authorization.allow(() -> {
          throw new IllegalStateException("no reason");
        }))
        .build();

    Response allowed = server.handle(Cluster.empty(), ALICE.getPath("/version"));
    assertThat(allowed.code()).isEqualTo(200);
    assertThat(allowed.trace())
        .contains(new TraceStep(Stage.AUTHORIZATION, "", "allowed", "no reason"));
  }

  @Test
  void refusedCredentialsAreSaidToBeOfATime() {
    ApiServer server = ApiServer.builder()
        .authenticator(request -> new Authentication.Failed("no", List.of()))
        .build();
    ServerState state = ServerState.of(Cluster.empty());

    assertThat(server.handle(state, Shop.get("/version").withToken("x")).trace())
        .hasToString("[authentication: refused: credentials as of 2026-01-01T00:00:00Z]");
    assertThat(server.handle(state, Shop.get("/version")).trace())
        .hasToString("[authentication: refused]");
  }
}
