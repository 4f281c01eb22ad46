package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.field;
import static io.plimsoll.core.apiserver.Shop.post;
import static io.plimsoll.core.apiserver.Shop.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authn.Authentication;
import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewsTest {

  private static final String AUTHORIZATION = "/apis/authorization.k8s.io/v1/";
  private static final String AUTHENTICATION = "/apis/authentication.k8s.io/v1/";
  private static final ServerState EMPTY = ServerState.of(Cluster.empty());

  /** Knows one token; lets everybody ask, and alice read pods. */
  private static final ApiServer SERVER = ApiServer.builder()
      .authenticator(request -> request.http().header("Authorization").equals("Bearer t-alice")
          ? new Authentication.Authenticated(User.of("alice", "devs"), List.of("api"), List.of())
          : Authentication.failed("invalid bearer token"))
      .authorizer((cluster, user, attributes) -> attributes.apiGroup().endsWith(".k8s.io")
              || (user.name().equals("alice") && attributes.resource().equals("pods"))
          ? Authorization.allow("because")
          : Authorization.noOpinion("nobody may"))
      .build();

  private static Response ask(String path, String json) {
    return SERVER.handle(EMPTY, post(path, json).withToken("t-alice"));
  }

  @Test
  void whoAmI() {
    Response review = ask(AUTHENTICATION + "selfsubjectreviews", "{}");

    assertThat(review.code()).isEqualTo(201);
    assertThat(field(review, "status", "userInfo", "username")).isEqualTo("alice");
    assertThat(review.state()).isSameAs(EMPTY);
  }

  @Test
  void mayI() {
    Response pods = ask(
        AUTHORIZATION + "selfsubjectaccessreviews",
        "{\"spec\": {\"resourceAttributes\": {\"verb\": \"get\", \"resource\": \"pods\"}}}");
    Response secrets = ask(
        AUTHORIZATION + "selfsubjectaccessreviews",
        "{\"spec\": {\"resourceAttributes\": {\"verb\": \"get\", \"resource\": \"secrets\"}}}");

    assertThat(field(pods, "status", "allowed")).isEqualTo("true");
    assertThat(field(pods, "status", "reason")).isEqualTo("because");
    assertThat(field(secrets, "status", "allowed")).isEqualTo("false");
    assertThat(field(secrets, "status", "reason")).isEqualTo("nobody may");
  }

  @Test
  void mayThey() {
    Response review = ask(
        AUTHORIZATION + "subjectaccessreviews",
        "{\"spec\": {\"user\": \"bob\", \"resourceAttributes\": {\"verb\": \"get\", \"resource\": \"pods\"}}}");
    Response local = ask(
        AUTHORIZATION + "namespaces/shop/localsubjectaccessreviews",
        "{\"spec\": {\"user\": \"alice\", \"resourceAttributes\": {\"namespace\": \"bar\", \"verb\": \"get\", \"resource\": \"pods\"}}}");

    assertThat(field(review, "status", "allowed")).isEqualTo("false");
    assertThat(local.code()).isEqualTo(422);
    assertThat(local.message()).contains("spec.resourceAttributes.namespace");
  }

  @Test
  void aReviewThatAsksNothingIsInvalid() {
    assertThat(summary(ask(AUTHORIZATION + "selfsubjectaccessreviews", "{\"spec\": {}}")))
        .startsWith("422 Invalid: .authorization.k8s.io \"\" is invalid: spec");
    assertThat(summary(ask(AUTHENTICATION + "tokenreviews", "{\"spec\": {}}")))
        .isEqualTo("400 BadRequest: token is required for TokenReview in authentication");
  }

  @Test
  void whoseTokenIsIt() {
    Response known = ask(AUTHENTICATION + "tokenreviews", "{\"spec\": {\"token\": \"t-alice\"}}");
    Response unknown =
        ask(AUTHENTICATION + "tokenreviews", "{\"spec\": {\"token\": \"t-secret\"}}");

    assertThat(field(known, "status", "authenticated")).isEqualTo("true");
    assertThat(Fields.of(Fields.of(known.object().orElseThrow().get("status")).value("user"))
            .strings("groups"))
        .containsExactly("devs", "system:authenticated");
    assertThat(field(unknown, "status", "authenticated")).isEmpty();
    assertThat(field(unknown, "status", "error")).isEqualTo("invalid bearer token");
    assertThat(unknown.trace() + " " + unknown.audit() + unknown.warnings())
        .doesNotContain("t-secret");
  }

  @Test
  void whereNobodyCanTellWhoseTokenItIsTheReviewIsNotAnswered() {
    ApiServer server = ApiServer.builder()
        .authenticator(request -> request.http().header("Authorization").equals("Bearer t-alice")
            ? new Authentication.Authenticated(User.of("alice"), List.of(), List.of())
            : new Authentication.Undecided("an expression", List.of(), Map.of()))
        .authorizer((cluster, user, attributes) -> Authorization.allow(""))
        .build();

    Response review = server.handle(
        EMPTY,
        post(AUTHENTICATION + "tokenreviews", "{\"spec\": {\"token\": \"t\"}}")
            .withToken("t-alice"));

    assertThat(summary(review)).isEqualTo("501 NotImplemented: an expression is not supported");
  }

  @Test
  void whatMayIWhereTheAuthorizerDoesNotListIt() {
    Response rules =
        ask(AUTHORIZATION + "selfsubjectrulesreviews", "{\"spec\": {\"namespace\": \"shop\"}}");

    assertThat(rules.code()).isEqualTo(201);
    assertThat(field(rules, "status", "incomplete")).isEqualTo("true");
    assertThat(field(rules, "status", "evaluationError"))
        .isEqualTo("the authorizer does not support user rule resolution");
  }

  @Test
  void nobodyIsUnauthorized() {
    Response refused = SERVER.handle(EMPTY, ApiRequest.of("GET", "/api/v1/pods"));

    assertThat(refused.code()).isEqualTo(401);
    assertThat(refused.status().orElseThrow().toTree())
        .hasToString(
            "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\","
                + "\"message\":\"Unauthorized\",\"reason\":\"Unauthorized\",\"code\":401}");
    assertThat(refused.audit().logged()).isEqualTo("invalid bearer token");
  }
}
