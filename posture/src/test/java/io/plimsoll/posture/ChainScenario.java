package io.plimsoll.posture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.apiserver.ServerState;
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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs one recorded scenario and compares every answer. */
final class ChainScenario {

  private final ConformanceCase scenario;
  private final ChainScenarioCredentials credentials;
  private final Instant now;
  private final ChainServer settings;
  private final List<String> issued = new ArrayList<>();
  private boolean unanswered;

  /** What the name of the object begins with, if it is generated; the rest is XXXXX in the recordings. */
  private String generated = "";

  ChainScenario(ConformanceCase scenario, ChainScenarioCredentials credentials, Instant now) {
    this.scenario = scenario;
    this.credentials = credentials;
    this.now = now;
    this.settings = new ChainServer(scenario.json(), credentials);
  }

  void run() {
    JsonNode json = scenario.json();
    JsonNode answer = json.path("response");
    if (answer.has("startError") || answer.has("starts")) {
      compareStart(answer);
      return;
    }
    ApiServer server = Posture.apiServer(settings.flags(), settings.backends());
    String token = json.path("request").has("token") ? token(json.get("request").get("token")) : "";
    ServerState state = new ChainCluster(server, now).of(json, token);
    settings.calls().clear();
    if (json.has("steps")) {
      for (JsonNode step : json.get("steps")) {
        state = step(server, state, step);
      }
    } else {
      step(server, state, json);
    }
    compareCalls(json, token);
  }

  private void compareStart(JsonNode answer) {
    String error = "";
    try {
      Posture.apiServer(settings.flags(), settings.backends());
    } catch (ServerStartException refused) {
      error = String.valueOf(refused.getMessage());
    }
    String expected = answer.path("startError").asText("");
    if (ChainTexts.isAboutExpressions(expected)) {
      scenario.pending();
      return;
    }
    compareTexts("start error", expected, error);
  }

  private ServerState step(ApiServer server, ServerState state, JsonNode step) {
    JsonNode request = step.get("request");
    ApiRequest http = ChainRequest.of(request);
    if (request.has("clientCertificate")) {
      http =
          http.withCertificates(List.of(credentials.certificate(request.get("clientCertificate"))));
    }
    if (request.has("token")) {
      http = http.withToken(token(request.get("token")));
    }
    generated = request.path("body").path("metadata").path("generateName").asText("");
    Response response = server.handle(state, http);
    compare(step.get("response"), response);
    return response.state();
  }

  private String token(JsonNode described) {
    if (described.has("issuedBy")) {
      return issued.get(0);
    }
    // That the key's id is unknown was lost when the recordings were normalised.
    boolean unknown = scenario.name().contains("an unknown key id in the header");
    return credentials.token(described, unknown ? Optional.of("unknown") : Optional.empty());
  }

  private void compare(JsonNode expected, Response actual) {
    boolean needsExpressions = actual.code() != expected.path("code").asInt()
        && ChainTexts.isAboutExpressions(message(expected));
    if (actual.code() == 501 || needsExpressions) {
      unanswered = true;
      scenario.pending();
      return;
    }
    if (expected.path("code").asInt() != actual.code()) {
      scenario.mismatch(
          "code " + expected.path("code") + " " + message(expected),
          "code " + actual.code() + " " + actual.message());
    }
    compareBody(expected, actual);
    scenario.same(
        "warnings " + ChainTexts.comparable(ChainRequest.texts(expected.path("warnings"))),
        "warnings " + ChainTexts.comparable(actual.warnings()));
    if (expected.has("auditAnnotations")) {
      scenario.same(
          "audit annotations " + ChainTexts.annotations(expected.get("auditAnnotations")),
          "audit annotations " + ChainTexts.annotations(actual.audit().annotations()));
    }
    if (expected.has("logged")) {
      compareTexts("logged", expected.get("logged").asText(), actual.audit().logged());
    }
    if (expected.has("impersonatedUser")) {
      scenario.same(
          "impersonated " + ChainRequest.user(expected.get("impersonatedUser")),
          "impersonated " + actual.audit().impersonated().map(User::toString).orElse(""));
    }
    JsonNode metadata = expected.path("authenticationMetadata");
    if (!metadata.isMissingNode()) {
      scenario.same(
          "metadata " + ChainTexts.annotations(metadata),
          "metadata " + ChainTexts.annotations(actual.audit().authenticationMetadata()));
    }
  }

  private static String message(JsonNode expected) {
    return expected.path("status").path("message").asText(expected.path("text").asText(""));
  }

  private void compareBody(JsonNode expected, Response actual) {
    if (expected.has("status")) {
      ObjectNode wanted = expected.get("status").deepCopy();
      JsonNode got = actual
          .status()
          .map(status -> ChainRequest.json(status.toTree()))
          .orElse(JsonNodeFactory.instance.arrayNode());
      List<String> messages = new ArrayList<>();
      messages.add(wanted.path("message").asText());
      expected.path("alsoSeen").forEach(other -> messages.add(other.asText()));
      boolean same = ChainTexts.sameAsOne(messages, named(got.path("message").asText()));
      if (!same) {
        scenario.mismatch(
            "message " + messages.get(0), "message " + got.path("message").asText());
      }
      if (expected.has("alsoSeen")) {
        return;
      }
      scenario.same(ChainTexts.status(wanted), named(ChainTexts.status(got)));
    } else if (expected.has("object")) {
      JsonNode got =
          actual.object().map(ChainRequest::json).orElse(JsonNodeFactory.instance.arrayNode());
      keepToken(got);
      scenario.same(
          "object " + ChainRequest.expanded(ChainTexts.object(expected.get("object"))),
          "object " + named(ChainTexts.object(got)));
      if (expected.has("tokenClaims")) {
        String claims = new String(
            Base64.getUrlDecoder().decode(issued.get(issued.size() - 1).split("\\.", -1)[1]),
            StandardCharsets.UTF_8);
        scenario.same(
            "claims " + ChainTexts.sorted(expected.get("tokenClaims")),
            "claims " + ChainTexts.claims(claims));
      }
    } else if (expected.has("text")) {
      String got = actual.body() instanceof Response.Body.OfText of ? of.text() : "no text";
      compareTexts("text", expected.get("text").asText().strip(), got.strip());
    } else {
      scenario.same("", "");
    }
  }

  private void keepToken(JsonNode object) {
    if (object.path("kind").asText().equals("TokenRequest")) {
      issued.add(object.path("status").path("token").asText());
    }
  }

  /** Returns a text without what was made up for a name. */
  private String named(String text) {
    return generated.isEmpty()
        ? text
        : text.replaceAll(
            Pattern.quote(generated) + "[a-z0-9]{5}",
            Matcher.quoteReplacement(generated + "XXXXX"));
  }

  private void compareTexts(String what, String expected, String actual) {
    if (ChainTexts.sameAsOne(List.of(expected), actual)) {
      scenario.same("", "");
    } else {
      scenario.mismatch(what + " " + expected, what + " " + actual);
    }
  }

  private void compareCalls(JsonNode json, String token) {
    if (unanswered || !json.has("webhookCalls")) {
      return;
    }
    List<String> expected = new ArrayList<>();
    for (JsonNode call : json.get("webhookCalls")) {
      expected.add(ChainTexts.sorted(call).replace("<token>", token));
    }
    List<String> actual = new ArrayList<>();
    settings.calls().forEach(call -> actual.add(ChainTexts.sorted(call)));
    // Validating webhooks are called at the same time, and one that fails is asked again.
    scenario.same("calls " + new TreeSet<>(expected), "calls " + new TreeSet<>(actual));
  }
}
