package io.plimsoll.posture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.core.admission.plugin.ImageReviewer;
import io.plimsoll.core.admission.webhook.WebhookBackend;
import io.plimsoll.core.authn.TokenReviewer;
import io.plimsoll.core.authz.SubjectAccessReviewSpec;
import io.plimsoll.core.authz.SubjectAccessReviewer;
import io.plimsoll.core.request.User;
import io.plimsoll.testkit.ChainScenarioCredentials;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code server} part of a recorded scenario as flags, files and functions, and what the functions were asked. */
final class ChainServer {

  private static final String CREDENTIAL = "X509SHA256=" + "0".repeat(64);

  private final JsonNode scenario;
  private final JsonNode settings;
  private final ChainScenarioCredentials credentials;
  private final List<JsonNode> calls = new ArrayList<>();

  ChainServer(JsonNode scenario, ChainScenarioCredentials credentials) {
    this.scenario = scenario;
    this.settings = scenario.path("server");
    this.credentials = credentials;
  }

  /** Returns what webhooks were asked so far, as the recordings have it. */
  List<JsonNode> calls() {
    return calls;
  }

  ServerFlags flags() {
    ServerFlags flags = ServerFlags.parse("--allow-privileged=true");
    flags = authentication(flags);
    flags = authorization(flags);
    flags = list(flags, "enabledAdmissionPlugins", "enable-admission-plugins");
    flags = list(flags, "disabledAdmissionPlugins", "disable-admission-plugins");
    flags = text(flags, "allowPrivileged", "allow-privileged");
    flags = text(flags, "defaultNotReadyTolerationSeconds", "default-not-ready-toleration-seconds");
    flags = text(
        flags, "defaultUnreachableTolerationSeconds", "default-unreachable-toleration-seconds");
    for (Map.Entry<String, JsonNode> gate : settings.path("featureGates").properties()) {
      flags = flags.with("feature-gates", gate.getKey() + "=" + gate.getValue().asText());
    }
    if (settings.has("admissionConfiguration")) {
      flags = flags
          .with("admission-control-config-file", "admission.yaml")
          .withFile("admission.yaml", admissionConfiguration());
    }
    return flags;
  }

  private ServerFlags authentication(ServerFlags start) {
    ServerFlags flags = start
        .with("client-ca-file", "client-ca.pem")
        .withFile("client-ca.pem", pem(credentials.authority("client CA")));
    flags = requestHeader(flags);
    flags = text(flags, "anonymous", "anonymous-auth");
    flags = text(flags, "bootstrapTokens", "enable-bootstrap-token-auth");
    flags = text(flags, "serviceAccountLookup", "service-account-lookup");
    flags = list(flags, "serviceAccountIssuers", "service-account-issuer");
    flags = list(flags, "apiAudiences", "api-audiences");
    flags = file(flags, "tokenFile", "token-auth-file", "tokens.csv");
    flags =
        file(flags, "authenticationConfiguration", "authentication-config", "authentication.yaml");
    if (settings.path("serviceAccountKeys").asInt(1) > 1) {
      flags = flags
          .with("service-account-key-file", "second.pem")
          .withFile(
              "second.pem",
              pem("PUBLIC KEY", credentials.serviceAccountKeys(2).get(1).getEncoded()));
    }
    if (settings.has("tokenWebhook")) {
      flags = flags
          .with("authentication-token-webhook-config-file", "webhook.yaml")
          .withFile("webhook.yaml", "");
    }
    return oidc(flags);
  }

  private ServerFlags requestHeader(ServerFlags start) {
    JsonNode header = settings.path("requestHeader");
    if (header.isBoolean() && !header.asBoolean()) {
      return start;
    }
    ServerFlags flags = start
        .with("requestheader-client-ca-file", "proxy-ca.pem")
        .withFile("proxy-ca.pem", pem(credentials.authority("request header CA")));
    flags = list(flags, header, "allowedNames", "requestheader-allowed-names");
    flags = header(flags, "usernameHeaders", "requestheader-username-headers", "X-Remote-User");
    flags = header(flags, "uidHeaders", "requestheader-uid-headers", "X-Remote-Uid");
    flags = header(flags, "groupHeaders", "requestheader-group-headers", "X-Remote-Group");
    return header(
        flags, "extraHeaderPrefixes", "requestheader-extra-headers-prefix", "X-Remote-Extra-");
  }

  /** The recordings have the usual headers where they do not say which. */
  private ServerFlags header(ServerFlags flags, String setting, String flag, String usual) {
    JsonNode header = settings.path("requestHeader");
    return header.has(setting) ? list(flags, header, setting, flag) : flags.with(flag, usual);
  }

  private ServerFlags oidc(ServerFlags start) {
    ServerFlags flags = start;
    Map<String, String> names = new LinkedHashMap<>();
    names.put("issuerURL", "oidc-issuer-url");
    names.put("clientID", "oidc-client-id");
    names.put("usernameClaim", "oidc-username-claim");
    names.put("usernamePrefix", "oidc-username-prefix");
    names.put("groupsClaim", "oidc-groups-claim");
    names.put("groupsPrefix", "oidc-groups-prefix");
    names.put("signingAlgs", "oidc-signing-algs");
    for (Map.Entry<String, String> name : names.entrySet()) {
      JsonNode value = settings.path("oidc").path(name.getKey());
      if (!value.isMissingNode()) {
        flags = flags.with(name.getValue(), value.asText());
      }
    }
    for (JsonNode claim : settings.path("oidc").path("requiredClaim")) {
      flags = flags.with("oidc-required-claim", claim.asText());
    }
    return flags;
  }

  private ServerFlags authorization(ServerFlags start) {
    if (settings.has("authorizationConfiguration")) {
      return file(
          start, "authorizationConfiguration", "authorization-config", "authorization.yaml");
    }
    ServerFlags flags = settings.has("authorizationModes")
        ? list(start, "authorizationModes", "authorization-mode")
        : start.with("authorization-mode", "Node,RBAC");
    return file(flags, "abacPolicy", "authorization-policy-file", "abac.jsonl");
  }

  private String admissionConfiguration() {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("apiVersion", "apiserver.config.k8s.io/v1").put("kind", "AdmissionConfiguration");
    settings
        .path("admissionConfiguration")
        .properties()
        .forEach(plugin -> file.withArray("plugins")
            .addObject()
            .put("name", plugin.getKey())
            .set("configuration", plugin.getValue()));
    return file.toString();
  }

  private ServerFlags text(ServerFlags flags, String setting, String flag) {
    JsonNode value = settings.path(setting);
    return value.isMissingNode() ? flags : flags.with(flag, value.asText());
  }

  private ServerFlags list(ServerFlags flags, String setting, String flag) {
    return list(flags, settings, setting, flag);
  }

  private static ServerFlags list(ServerFlags start, JsonNode parent, String setting, String flag) {
    ServerFlags flags = start;
    for (JsonNode value : parent.path(setting)) {
      flags = flags.with(flag, value.asText());
    }
    return flags;
  }

  private ServerFlags file(ServerFlags flags, String setting, String flag, String path) {
    JsonNode value = settings.path(setting);
    if (value.isMissingNode()) {
      return flags;
    }
    String text = value.isTextual() ? value.asText() : withoutUrls(value).toString();
    return flags.with(flag, path).withFile(path, text);
  }

  /** In the recordings a URL stands for a kubeconfig file. */
  private static JsonNode withoutUrls(JsonNode configuration) {
    JsonNode copy = configuration.deepCopy();
    for (JsonNode connection : copy.findValues("connectionInfo")) {
      if (connection instanceof ObjectNode object && object.has("url")) {
        object.remove("url");
        object.put("kubeConfigFile", "/kubeconfig");
      }
    }
    return copy;
  }

  Backends backends() {
    Backends backends = Backends.none()
        .withSigningKey(credentials.signingKey())
        .withTokenReviewer(this::review)
        .withWebhooks(this::call)
        .withImageReviewer(this::review);
    List<JsonNode> issuers = new ArrayList<>();
    settings
        .path("authenticationConfiguration")
        .path("jwt")
        .forEach(jwt -> issuers.add(jwt.path("issuer").path("url")));
    issuers.add(settings.path("oidc").path("issuerURL"));
    for (JsonNode issuer : issuers) {
      if (issuer.isTextual()) {
        backends = backends.withIssuerKeys(issuer.asText(), credentials.issuerKeys());
      }
    }
    for (JsonNode authorizer : settings.path("authorizationConfiguration").path("authorizers")) {
      if (authorizer.path("type").asText().equals("Webhook")) {
        String name = authorizer.path("name").asText();
        backends = backends.withAccessReviewer(name, spec -> review(name, spec));
      }
    }
    return backends;
  }

  private TokenReviewer.Answer review(TokenReviewer.Spec spec) {
    ObjectNode call = call("token webhook");
    call.withObject("/request").put("token", spec.token());
    spec.audiences().forEach(call.withObject("/request").withArray("audiences")::add);
    JsonNode answer = answer("token webhook");
    if (answer.has("httpStatus")) {
      return new TokenReviewer.Answer.Failure("scripted failure");
    }
    if (answer.has("rawBody")) {
      return new TokenReviewer.Answer.Failure(
          "couldn't get version/kind; json parse error: json: ");
    }
    JsonNode status = answer.path("status");
    return new TokenReviewer.Answer.Status(
        status.path("authenticated").asBoolean(),
        Optional.ofNullable(status.get("user")).map(ChainRequest::user),
        ChainRequest.texts(status.path("audiences")),
        status.path("error").asText(""));
  }

  private SubjectAccessReviewer.Answer review(String name, SubjectAccessReviewSpec spec) {
    ObjectNode call = call(name);
    call.set("request", ChainRequest.json(spec.toTree()));
    JsonNode answer = answer(name);
    if (answer.has("httpStatus")) {
      return SubjectAccessReviewer.Answer.ofHttp(
          answer.get("httpStatus").asInt(), "scripted failure");
    }
    if (answer.has("rawBody")) {
      return SubjectAccessReviewer.Answer.ofHttp(200, answer.get("rawBody").asText());
    }
    if (answer.has("sleep")) {
      return new SubjectAccessReviewer.Answer.Failed("context deadline exceeded");
    }
    ObjectNode review = JsonNodeFactory.instance.objectNode();
    review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SubjectAccessReview");
    review.set("status", answer.path("status"));
    return SubjectAccessReviewer.Answer.ofHttp(200, review.toString());
  }

  private WebhookBackend.Answer call(WebhookBackend.Call asked) {
    String name = webhookAt(asked.url());
    JsonNode answer = answer(name);
    if (answer.isMissingNode()) {
      return asked.refused(asked.url().replaceFirst("^https://([^/]*).*$", "$1"));
    }
    JsonNode review = ChainRequest.json(asked.review());
    ObjectNode call = call(name);
    ChainTexts.describe(review.path("request"), call);
    if (answer.has("httpStatus")) {
      return WebhookBackend.Answer.ofHttp(answer.get("httpStatus").asInt(), "scripted failure");
    }
    if (answer.has("rawBody")) {
      return WebhookBackend.Answer.ofHttp(200, answer.get("rawBody").asText());
    }
    if (answer.has("sleep")) {
      return asked.timedOut();
    }
    ObjectNode response = answer.deepCopy();
    if (!response.has("uid")) {
      response.put("uid", review.path("request").path("uid").asText());
    }
    if (response.has("patch")) {
      byte[] patch = response.get("patch").toString().getBytes(StandardCharsets.UTF_8);
      response.put("patch", Base64.getEncoder().encodeToString(patch));
      if (!response.has("patchType")) {
        response.put("patchType", "JSONPatch");
      }
    }
    ObjectNode answered = JsonNodeFactory.instance.objectNode();
    answered.set("apiVersion", review.path("apiVersion"));
    answered.put("kind", "AdmissionReview");
    answered.set("response", response);
    return WebhookBackend.Answer.ofHttp(200, answered.toString());
  }

  private String webhookAt(String url) {
    for (Map.Entry<String, JsonNode> webhook : scenario.path("webhooks").properties()) {
      if (url.endsWith(webhook.getValue().path("path").asText())) {
        return webhook.getKey();
      }
    }
    return "nobody";
  }

  private ImageReviewer.Answer review(ImageReviewer.Review asked) {
    String name = scenario.path("webhooks").fieldNames().hasNext()
        ? scenario.path("webhooks").fieldNames().next()
        : "nobody";
    ObjectNode call = call(name);
    ObjectNode request = call.putObject("request");
    asked
        .images()
        .forEach(image -> request.withArray("containers").addObject().put("image", image));
    if (!asked.annotations().isEmpty()) {
      asked.annotations().forEach(request.putObject("annotations")::put);
    }
    request.put("namespace", asked.namespace());
    JsonNode answer = answer(name);
    if (answer.has("httpStatus")) {
      return ImageReviewer.Answer.ofHttp(answer.get("httpStatus").asInt(), "scripted failure");
    }
    if (answer.has("rawBody")) {
      return ImageReviewer.Answer.ofHttp(200, answer.get("rawBody").asText());
    }
    ObjectNode review = JsonNodeFactory.instance.objectNode();
    review.put("apiVersion", "imagepolicy.k8s.io/v1alpha1").put("kind", "ImageReview");
    review.set("status", answer.path("status"));
    return ImageReviewer.Answer.ofHttp(200, review.toString());
  }

  private ObjectNode call(String webhook) {
    ObjectNode call = JsonNodeFactory.instance.objectNode().put("webhook", webhook);
    calls.add(call);
    return call;
  }

  private JsonNode answer(String webhook) {
    return scenario.path("webhooks").path(webhook).path("answer");
  }

  private static String pem(X509Certificate certificate) {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private static String pem(String what, byte[] der) {
    String text = new String(
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(der), StandardCharsets.US_ASCII);
    return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
  }

  /** Returns the administrator who made what was there before, with a certificate. */
  static User admin() {
    return new User(
        "chain-admin",
        "",
        List.of(User.MASTERS, User.AUTHENTICATED),
        Map.of("authentication.kubernetes.io/credential-id", List.of(CREDENTIAL)));
  }
}
