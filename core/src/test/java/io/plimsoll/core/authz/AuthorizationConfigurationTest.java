package io.plimsoll.core.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.authz.SubjectAccessReviewer.Answer;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationConfigurationTest {

  private static final String HEAD = """
      apiVersion: apiserver.config.k8s.io/v1
      kind: AuthorizationConfiguration
      """;

  private static final String WEBHOOK = HEAD + """
      authorizers:
      - type: Webhook
        name: gatekeeper
        webhook:
          timeout: 3s
          subjectAccessReviewVersion: v1
          matchConditionSubjectAccessReviewVersion: v1
          failurePolicy: Deny
          connectionInfo: {type: KubeConfigFile, kubeConfigFile: /etc/authz}
      - {type: RBAC, name: rbac}
      """;

  private static AuthorizationConfiguration parse(String yaml) {
    return AuthorizationConfiguration.parse(Source.of("authz.yaml", yaml));
  }

  @Test
  void aFileIsReadWithItsDefaults() {
    AuthorizationConfiguration configuration = parse(WEBHOOK);

    assertThat(configuration.authorizers())
        .extracting(AuthorizerConfiguration::name)
        .containsExactly("gatekeeper", "rbac");
    WebhookConfiguration webhook = configuration.authorizers().get(0).webhook();
    assertThat(webhook.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(webhook.authorizedTTL()).isEqualTo(Duration.ofMinutes(5));
    assertThat(webhook.unauthorizedTTL()).isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      timeout: 3s | timeout: 31s | authorizers[0].timeout: Invalid value: "31s": must be > 0s and <= 30s
      timeout: 3s | timeout: 0s | authorizers[0].timeout: Required value
      timeout: 3s | timeout: 3s\\n    authorizedTTL: -1m | authorizers[0].authorizedTTL: Invalid value: "-1m0s": must be > 0s
      subjectAccessReviewVersion: v1 | subjectAccessReviewVersion: v2 | authorizers[0].subjectAccessReviewVersion: Unsupported value: "v2": supported values: "v1", "v1beta1"
      failurePolicy: Deny | failurePolicy: Allow | authorizers[0].failurePolicy: Unsupported value: "Allow": supported values: "NoOpinion", "Deny"
      failurePolicy: Deny | {} | authorizers[0].failurePolicy: Required value
      type: KubeConfigFile, | '' | authorizers[0].connectionInfo.type: Required value
      /etc/authz | authz | authorizers[0].connectionInfo.kubeConfigFile: Invalid value: "authz": must be an absolute path
      type: KubeConfigFile | type: InClusterConfig | authorizers[0].connectionInfo.kubeConfigFile: Invalid value: "/etc/authz": can only be set when type=KubeConfigFile
      type: KubeConfigFile | type: Magic | authorizers[0].connectionInfo.type: Unsupported value: {"Type":"Magic","KubeConfigFile":"/etc/authz"}: supported values: "InClusterConfig", "KubeConfigFile"
      matchConditionSubjectAccessReviewVersion: v1 | matchConditions: [{expression: a}, {expression: a}, {expression: ' '}] | [authorizers[0].matchConditionSubjectAccessReviewVersion: Required value: required if match conditions are specified, authorizers[0].matchConditions[1].expression: Duplicate value: "a", authorizers[0].matchConditions[2].expression: Required value]
      name: gatekeeper | name: rbac | authorizers[1].name: Duplicate value: "rbac"
      name: gatekeeper | {} | authorizers[0].name: Required value
      type: RBAC | type: Magic | authorizers[1].type: Unsupported value: "Magic": supported values: "ABAC", "AlwaysAllow", "AlwaysDeny", "Node", "RBAC", "Webhook"
      type: RBAC, | '' | authorizers[1].type: Required value
      type: RBAC | type: Webhook | authorizers[1].webhook: Required value: required when type=Webhook
      type: Webhook | type: Node | authorizers[0].webhook: Invalid value: "non-null": may only be specified when type=Webhook
      name: rbac} | name: mine} | expected name rbac for authorizer RBAC instead of mine
      """)
  void mistakesAreSaidAsKubernetesSaysThem(String part, String instead, String message) {
    String with = instead.equals("{}") ? "" : instead.replace("\\n", "\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(WEBHOOK.replace(part, with)))
        .withMessage(message);
  }

  @Test
  void oneAuthorizerIsNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(HEAD))
        .withMessage(
            "authorizers: Required value: at least one authorization mode must be defined");
  }

  @Test
  void tooManyConditionsAreRefused() {
    String conditions = "    matchConditions: ["
        + String.join(", ", java.util.Collections.nCopies(65, "{expression: x}")) + "]\n";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(WEBHOOK.replace("    timeout", conditions + "    timeout")))
        .withMessage("authorizers[0].matchConditions: Too many: 65: must have at most 64 items");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      authorizers: [{type: RBAC, name: rbac, Webhook: null}] | strict decoding error: unknown field "authorizers[0].Webhook"
      authorizers: [{type: RBAC, nme: rbac}]; more: 1 | strict decoding error: unknown field "authorizers[0].nme", unknown field "more"
      authorizers: 1 | json: cannot unmarshal number into Go struct field AuthorizationConfiguration.authorizers of type []v1.AuthorizerConfiguration
      authorizers: [{type: 1}] | json: cannot unmarshal number into Go struct field AuthorizerConfiguration.authorizers.type of type string
      authorizers: [{type: Webhook, webhook: {timeout: soon}}] | time: invalid duration "soon"
      """)
  void filesAreReadStrictly(String fields, String message) {
    String yaml = "apiVersion: apiserver.config.k8s.io/v1\nkind: AuthorizationConfiguration\n"
        + fields.replace("; ", "\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(yaml))
        .withMessage("failed to load AuthorizationConfiguration from file: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "kind: AuthorizationConfiguration",
        "apiVersion: apiserver.config.k8s.io/v1",
        "{apiVersion: apiserver.config.k8s.io/v2, kind: AuthorizationConfiguration}",
        "{apiVersion: apiserver.config.k8s.io/v1, kind: AuthenticationConfiguration}",
        "{apiVersion: a/b/c, kind: AuthorizationConfiguration}",
        "{apiVersion: 1, kind: AuthorizationConfiguration}",
        "{apiVersion: apiserver.config.k8s.io/v1, kind: AuthorizationConfiguration, kind: x}"
      })
  void otherFilesAreRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(text))
        .withMessageStartingWith("failed to load AuthorizationConfiguration from file: ");
  }

  @Test
  void theFlagsStandForAConfiguration() {
    AuthorizationOptions options = AuthorizationOptions.ofModes("Node", "Webhook", "ABAC")
        .withPolicyFile("p")
        .withWebhookConfigFile("w");

    assertThat(options.toConfiguration(Set.of()).authorizers())
        .extracting(AuthorizerConfiguration::name)
        .containsExactly("node", "default", "abac");
    assertThat(AuthorizationOptions.ofModes().toConfiguration(Set.of()).authorizers())
        .extracting(AuthorizerConfiguration::type)
        .containsExactly("AlwaysAllow");
  }

  @Test
  void flagsThatDoNotFitAreSaidInUpstreamsOrder() {
    AuthorizationOptions options =
        AuthorizationOptions.ofModes("RBAC", "Magic", "ABAC", "Webhook", "RBAC");

    assertThat(options.errors(Set.of()))
        .containsExactly(
            "authorization-mode \"Magic\" is not a valid mode",
            "authorization-mode ABAC's authorization policy file not passed",
            "authorization-mode Webhook's authorization config file not passed",
            "authorization-mode [\"RBAC\" \"Magic\" \"ABAC\" \"Webhook\" \"RBAC\"] has mode"
                + " specified more than once");
    assertThat(AuthorizationOptions.ofModes("RBAC")
            .withPolicyFile("p")
            .withWebhookConfigFile("w")
            .errors(Set.of()))
        .containsExactly(
            "cannot specify --authorization-policy-file without mode ABAC",
            "cannot specify --authorization-webhook-config-file without mode Webhook");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuthorizationOptions.ofModes("Magic").toConfiguration(Set.of()))
        .withMessage("authorization-mode \"Magic\" is not a valid mode");
  }

  @Test
  void theWebhookOfFlagsIsAskedInTheirVersion() {
    AuthorizationOptions options =
        AuthorizationOptions.ofModes("Webhook").withWebhookConfigFile("w");
    List<String> asked = new ArrayList<>();
    AuthorizerTypes types = AuthorizerTypes.standard().withWebhook("default", spec -> {
      asked.add(spec.version() + " " + spec.toTree());
      return Answer.ofHttp(
          200,
          "{\"apiVersion\":\"authorization.k8s.io/v1beta1\",\"kind\":\"SubjectAccessReview\","
              + "\"status\":{\"allowed\":true}}");
    });

    Authorization older = types
        .build(options.toConfiguration(Set.of()))
        .authorize(Cluster.empty(), User.of("ann"), Request.url("get", "/metrics"));
    Authorization newer = types
        .build(options.withWebhookVersion("v1").toConfiguration(Set.of()))
        .authorize(Cluster.empty(), User.of("ann"), Request.url("get", "/metrics"));

    assertThat(asked)
        .containsExactly(
            "v1beta1 {\"nonResourceAttributes\":{\"path\":\"/metrics\",\"verb\":\"get\"},"
                + "\"user\":\"ann\",\"group\":[\"system:authenticated\"]}",
            "v1 {\"nonResourceAttributes\":{\"path\":\"/metrics\",\"verb\":\"get\"},"
                + "\"user\":\"ann\",\"groups\":[\"system:authenticated\"]}");
    assertThat(older.isAllowed()).isTrue();
    assertThat(newer.isAllowed()).isFalse();
    assertThat(newer.error())
        .contains("converting (v1beta1.SubjectAccessReview) to (v1.SubjectAccessReview): unknown"
            + " conversion");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> types.build(options.withWebhookVersion("v2").toConfiguration(Set.of())))
        .withMessage("unsupported webhook authorizer version \"v2\", supported versions are \"v1\","
            + " \"v1beta1\"");
  }

  @Test
  void typesOfOnesOwnAreBuiltInTheirPlace() {
    AuthorizerTypes types = AuthorizerTypes.standard()
        .with("Mine", (cluster, user, attributes) -> Authorization.allow("mine"))
        .with("RBAC", new AlwaysDeny());

    assertThat(types.ownTypes()).containsExactly("Mine");
    Union union = types.build(
        AuthorizationOptions.ofModes("Node", "RBAC", "Mine").toConfiguration(types.ownTypes()));
    assertThat(union.authorize(Cluster.empty(), User.of("bob"), Request.list("pods")))
        .isEqualTo(Authorization.allow("mine"));
    assertThat(AuthorizationConfiguration.parse(
                Source.of("x", HEAD + "authorizers: [{type: Mine, name: whatever}]"),
                types.ownTypes())
            .authorizers())
        .hasSize(1);
  }

  @Test
  void whatIsNotGivenCannotBeBuilt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuthorizerTypes.standard()
            .build(AuthorizationOptions.ofModes("RBAC").toConfiguration(Set.of())))
        .withMessage("no authorizer of the type \"RBAC\" is given");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> AuthorizerTypes.standard().with("RBAC", new AlwaysDeny()).build(parse(WEBHOOK)))
        .withMessage("nothing answers for the webhook \"gatekeeper\"");
  }

  @Test
  void webhooksAreBuiltWithTheirFailurePolicy() {
    Union union = AuthorizerTypes.standard()
        .with("RBAC", new AlwaysAllow())
        .withWebhook("gatekeeper", spec -> new Answer.Failed("broken"))
        .build(parse(WEBHOOK));

    assertThat(union.authorize(Cluster.empty(), User.of("bob"), Request.list("pods")))
        .isEqualTo(Authorization.deny("").withError("broken"));
  }
}
