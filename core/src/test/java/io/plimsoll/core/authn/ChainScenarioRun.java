package io.plimsoll.core.authn;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.authn.Authentication.Failed;
import io.plimsoll.core.authn.Authentication.Undecided;
import io.plimsoll.core.authn.ServiceAccountTokens.Answer.Issued;
import io.plimsoll.core.authn.ServiceAccountTokens.Answer.Refused;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.User;
import io.plimsoll.testkit.ChainScenarioCredentials;
import io.plimsoll.testkit.ConformanceCase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Runs a recorded scenario as far as authentication goes and the TokenRequest API, and compares. */
final class ChainScenarioRun {

  private final ConformanceCase scenario;
  private final ChainScenarioCredentials credentials;
  private final Instant now;
  private final ChainScenarioServer server;
  private final Authenticators authenticators;
  private final List<String> issued = new ArrayList<>();
  private Cluster cluster = Cluster.empty();

  ChainScenarioRun(ConformanceCase scenario, ChainScenarioCredentials credentials, Instant now) {
    this.scenario = scenario;
    this.credentials = credentials;
    this.now = now;
    this.server = new ChainScenarioServer(scenario.json(), credentials);
    this.authenticators = server.authenticators();
  }

  void run() {
    JsonNode json = scenario.json();
    String token = json.path("request").has("token") ? token(json.get("request").get("token")) : "";
    cluster = ChainScenarioCluster.of(json, token);
    if (json.has("steps")) {
      json.get("steps").forEach(this::step);
    } else {
      step(json);
    }
    compareWebhookCalls(json, token);
  }

  private void step(JsonNode step) {
    JsonNode request = step.get("request");
    JsonNode response = step.get("response");
    String path = request.path("path").asText();
    ApiRequest http = ChainScenarioRequest.of(request);
    if (request.has("clientCertificate")) {
      http =
          http.withCertificates(List.of(credentials.certificate(request.get("clientCertificate"))));
    }
    if (request.has("token")) {
      http = http.withToken(token(request.get("token")));
    }
    Authentication answer = authenticators.authenticate(http, cluster, now);
    if (answer instanceof Undecided) {
      scenario.pending();
      return;
    }
    compare(answer, response);
    if (path.endsWith("/token")) {
      requestToken(request, response);
    } else if (path.endsWith("/tokenreviews")) {
      review(request, response);
    } else if (request.has("user") && scenario.json().has("steps")) {
      cluster = ChainScenarioCluster.after(cluster, request);
    }
  }

  private String token(JsonNode described) {
    if (described.has("issuedBy")) {
      return issued.get(0);
    }
    // That the key's id is unknown was lost when the recordings were normalised.
    boolean unknown = scenario.name().contains("an unknown key id in the header");
    return credentials.token(described, unknown ? Optional.of("unknown") : Optional.empty());
  }

  private void compare(Authentication answer, JsonNode response) {
    List<String> warnings = new ArrayList<>();
    response.path("warnings").forEach(warning -> warnings.add(warning.asText()));
    scenario.same(warnings, answer.warnings());
    boolean refused = response.get("code").asInt() == 401;
    scenario.same(refused ? "401" : "a user", answer instanceof Authenticated ? "a user" : "401");
    if (refused) {
      String logged = answer instanceof Failed failed ? failed.error() : "";
      scenario.same(
          ChainScenarioTexts.comparable(response.path("logged").asText("")),
          ChainScenarioTexts.comparable(logged));
      return;
    }
    User user = ((Authenticated) answer).user();
    JsonNode object = response.path("object");
    if (object.path("kind").asText().equals("SelfSubjectReview")) {
      scenario.same(
          print(ChainScenarioServer.user(object.path("status").path("userInfo"))), print(user));
      compareAnnotations(response, answer);
    } else if (response.get("code").asInt() == 403) {
      String message = response.path("status").path("message").asText();
      scenario.same(true, message.contains("User \"" + user.name() + "\" cannot"));
    }
  }

  private void compareAnnotations(JsonNode response, Authentication answer) {
    TreeMap<String, String> expected = new TreeMap<>();
    response.path("auditAnnotations").properties().forEach(annotation -> {
      if (annotation.getKey().startsWith("authentication.k8s.io/")) {
        expected.put(annotation.getKey(), annotation.getValue().asText());
      }
    });
    scenario.same(expected, new TreeMap<>(answer.auditAnnotations()));
  }

  private static String print(User user) {
    String text =
        user.name() + " " + user.uid() + " " + user.groups() + " " + new TreeMap<>(user.extra());
    return ChainScenarioTexts.comparable(text);
  }

  private void requestToken(JsonNode request, JsonNode response) {
    String[] parts = request.path("path").asText().split("/", -1);
    ServiceAccountTokens.Answer answer = ServiceAccountTokens.of(
            ChainScenarioServer.ISSUER, credentials.signingKey())
        .create(
            parts[4],
            parts[6],
            ChainScenarioRequest.fields(request.get("body")).tree(),
            cluster,
            now,
            new Random(7),
            ignored -> Optional.empty());
    if (answer instanceof Refused refused) {
      scenario.same(
          ChainScenarioRequest.fields(response.path("status")).tree(),
          refused.status().toTree().without("metadata"));
      return;
    }
    MappingValue tokenRequest = ((Issued) answer).tokenRequest();
    String token = Fields.of(Fields.of(tokenRequest).value("status")).text("token");
    issued.add(token);
    scenario.same(
        ChainScenarioRequest.fields(response.path("object")).tree(),
        ChainScenarioTexts.normalized(tokenRequest));
    String claims = new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    scenario.same(
        ChainScenarioRequest.fields(response.path("tokenClaims")).tree(),
        ChainScenarioTexts.normalizedClaims(claims));
  }

  /** Mirrors what the TokenReview API does with its own authenticators. */
  private void review(JsonNode request, JsonNode response) {
    String token = request.get("body").path("spec").path("token").asText("");
    if (token.isEmpty()) {
      scenario.same(400, response.get("code").asInt());
      return;
    }
    Authentication answer =
        authenticators.authenticate(ApiRequest.of("POST", "/").withToken(token), cluster, now);
    JsonNode status = response.path("object").path("status");
    scenario.same(status.path("authenticated").asBoolean(), answer instanceof Authenticated);
    if (answer instanceof Authenticated known) {
      scenario.same(print(ChainScenarioServer.user(status.path("user"))), print(known.user()));
      scenario.same(
          status.path("audiences").toString(),
          "[\"" + String.join("\",\"", known.audiences()) + "\"]");
    }
  }

  private void compareWebhookCalls(JsonNode json, String token) {
    List<TokenReviewer.Spec> expected = new ArrayList<>();
    json.path("webhookCalls").forEach(call -> {
      List<String> audiences = new ArrayList<>();
      call.path("request").path("audiences").forEach(one -> audiences.add(one.asText()));
      String asked = call.path("request").path("token").asText().replace("<token>", token);
      expected.add(new TokenReviewer.Spec(asked, audiences));
    });
    scenario.same(expected, server.webhookCalls());
  }
}
