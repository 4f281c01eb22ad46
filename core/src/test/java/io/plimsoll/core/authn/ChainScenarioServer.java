package io.plimsoll.core.authn;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.authn.TokenReviewer.Answer;
import io.plimsoll.core.request.User;
import io.plimsoll.testkit.ChainScenarioCredentials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code server} part of a recorded scenario as the authenticators of a server. */
final class ChainScenarioServer {

  static final String ISSUER = "https://kubernetes.default.svc";

  private final JsonNode scenario;
  private final JsonNode server;
  private final ChainScenarioCredentials credentials;
  private final List<TokenReviewer.Spec> webhookCalls = new ArrayList<>();

  ChainScenarioServer(JsonNode scenario, ChainScenarioCredentials credentials) {
    this.scenario = scenario;
    this.server = scenario.path("server");
    this.credentials = credentials;
  }

  /** Returns what the token webhook was asked so far. */
  List<TokenReviewer.Spec> webhookCalls() {
    return webhookCalls;
  }

  Authenticators authenticators() {
    Authenticators.Builder builder = Authenticators.builder()
        .clientCa(List.of(credentials.authority("client CA")))
        .serviceAccountKeys(
            credentials.serviceAccountKeys(server.path("serviceAccountKeys").asInt(1)))
        .serviceAccountIssuer(texts("serviceAccountIssuers", ISSUER))
        .serviceAccountLookup(server.path("serviceAccountLookup").asBoolean(true))
        .enableBootstrapTokenAuth(server.path("bootstrapTokens").asBoolean(false));
    requestHeader().ifPresent(builder::requestHeader);
    if (server.has("apiAudiences")) {
      builder.apiAudiences(texts("apiAudiences", ISSUER));
    }
    if (server.has("tokenFile")) {
      builder.tokenAuthFile("tokens.csv", server.get("tokenFile").asText());
    }
    if (server.has("anonymous")) {
      builder.anonymousAuth(server.get("anonymous").asBoolean());
    }
    if (server.has("tokenWebhook")) {
      builder.authenticationTokenWebhook(this::review);
    }
    issuers(builder);
    return builder.build();
  }

  private void issuers(Authenticators.Builder builder) {
    JsonNode configuration = server.path("authenticationConfiguration");
    if (!configuration.isMissingNode()) {
      builder.authenticationConfig("authentication.yaml", configuration.toString());
      configuration
          .path("jwt")
          .forEach(jwt -> builder.issuerKeys(
              jwt.path("issuer").path("url").asText(), credentials.issuerKeys()));
    }
    if (server.has("oidc")) {
      OidcFlags flags = oidc(server.get("oidc"));
      builder.oidc(flags).issuerKeys(flags.issuerUrl(), credentials.issuerKeys());
    }
  }

  private static OidcFlags oidc(JsonNode flags) {
    Map<String, String> required = new LinkedHashMap<>();
    flags.path("requiredClaim").forEach(pair -> {
      String[] parts = pair.asText().split("=", 2);
      required.put(parts[0], parts[1]);
    });
    return OidcFlags.of(flags.path("issuerURL").asText(), flags.path("clientID").asText())
        .withUsername(
            flags.path("usernameClaim").asText("sub"),
            flags.path("usernamePrefix").asText(""))
        .withGroups(
            flags.path("groupsClaim").asText(""), flags.path("groupsPrefix").asText(""))
        .withSigningAlgs(List.of(flags.path("signingAlgs").asText("RS256").split(",")))
        .withRequiredClaims(required);
  }

  private Optional<RequestHeaderConfig> requestHeader() {
    JsonNode flags = server.path("requestHeader");
    RequestHeaderConfig usual =
        RequestHeaderConfig.of(List.of(credentials.authority("request header CA")));
    if (flags.isBoolean() && !flags.asBoolean()) {
      return Optional.empty();
    }
    return Optional.of(new RequestHeaderConfig(
        usual.clientCa(),
        list(flags.path("allowedNames"), usual.allowedNames()),
        list(flags.path("usernameHeaders"), usual.usernameHeaders()),
        list(flags.path("uidHeaders"), usual.uidHeaders()),
        list(flags.path("groupHeaders"), usual.groupHeaders()),
        list(flags.path("extraHeaderPrefixes"), usual.extraHeadersPrefixes())));
  }

  private Answer review(TokenReviewer.Spec spec) {
    webhookCalls.add(spec);
    JsonNode answer = scenario.path("webhooks").path("token webhook").path("answer");
    if (answer.has("httpStatus")) {
      return new Answer.Failure("scripted failure");
    }
    if (answer.has("rawBody")) {
      return new Answer.Failure("couldn't get version/kind; json parse error: json: …");
    }
    JsonNode status = answer.get("status");
    return new Answer.Status(
        status.path("authenticated").asBoolean(),
        Optional.ofNullable(status.get("user")).map(ChainScenarioServer::user),
        list(status.path("audiences"), List.of()),
        status.path("error").asText(""));
  }

  /** Returns a user as reviews and recordings have it. */
  static User user(JsonNode user) {
    Map<String, List<String>> extra = new LinkedHashMap<>();
    user.path("extra")
        .properties()
        .forEach(entry -> extra.put(entry.getKey(), list(entry.getValue(), List.of())));
    String name =
        user.has("name") ? user.get("name").asText() : user.path("username").asText();
    return new User(name, user.path("uid").asText(""), list(user.path("groups"), List.of()), extra);
  }

  private String[] texts(String name, String usual) {
    return list(server.path(name), List.of(usual)).toArray(String[]::new);
  }

  private static List<String> list(JsonNode list, List<String> usual) {
    if (!list.isArray()) {
      return usual;
    }
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
