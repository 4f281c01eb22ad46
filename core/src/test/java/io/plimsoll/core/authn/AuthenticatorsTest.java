package io.plimsoll.core.authn;

import static io.plimsoll.core.authn.Requests.NOW;
import static io.plimsoll.core.authn.Requests.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.core.authn.TokenReviewer.Answer;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.User;
import io.plimsoll.testkit.CertificateAuthority;
import io.plimsoll.testkit.CertificateAuthority.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthenticatorsTest {

  private static final CertificateAuthority CA = CertificateAuthority.root("ca", NOW);
  private static final String ANONYMOUS = "system:anonymous/[system:unauthenticated]";
  private static final String CONFIG =
      "apiVersion: apiserver.config.k8s.io/v1\nkind: AuthenticationConfiguration\nanonymous: {enabled: true}\n";

  private static String ask(Authenticators.Builder builder, ApiRequest http) {
    return outcome(builder.build().authenticate(http, Cluster.empty(), NOW));
  }

  private static void refused(Authenticators.Builder builder, String message) {
    assertThatExceptionOfType(AuthenticationSettingsException.class)
        .isThrownBy(builder::build)
        .withMessage(message);
  }

  @Test
  void whoShowsNothingIsAnonymousUnlessThatIsOff() {
    assertThat(ask(Authenticators.builder(), Requests.http())).isEqualTo(ANONYMOUS);
    assertThat(ask(Authenticators.builder().anonymousAuth(false), Requests.http()))
        .isEqualTo("nothing");
    assertThat(ask(Authenticators.builder().authorizesAlways(true), Requests.http()))
        .isEqualTo("nothing");
    assertThat(ask(
            Authenticators.builder().authorizesAlways(true).authenticationConfig("c", CONFIG),
            Requests.http()))
        .isEqualTo(ANONYMOUS);
  }

  @Test
  void aTokenThatNobodyKnowsIsNotAnonymous() {
    assertThat(ask(Authenticators.builder(), Requests.http().withToken("x")))
        .isEqualTo("error: invalid bearer token");
  }

  @Test
  void aUserThatIsTakenForGrantedGetsTheGroupOfTheAuthenticated() {
    User alice = new User("alice", "7", List.of("dev"), Map.of("k", List.of("v")));

    assertThat(ask(Authenticators.builder(), Requests.http().as(alice)))
        .isEqualTo("alice/7[dev, system:authenticated]");
    assertThat(ask(Authenticators.builder(), Requests.http().as(User.ANONYMOUS)))
        .isEqualTo(ANONYMOUS);
    assertThat(ask(Authenticators.builder(), Requests.http().as(User.of("bob"))))
        .isEqualTo("bob/[system:authenticated]");
  }

  @Test
  void theProxyComesBeforePasswordsAndTheseBeforeCertificatesAndTokens() {
    ApiRequest all = Requests.http()
        .withHeader("X-Remote-User", "proxied")
        .withCertificates(List.of(CA.sign(Subject.client("proxy", NOW))));
    ApiRequest basic = Requests.http()
        .withHeader("Authorization", "Basic YTpi")
        .withCertificates(List.of(CA.sign(Subject.client("proxy", NOW))));
    Authenticators.Builder builder = Authenticators.builder()
        .clientCa(List.of(CA.certificate()))
        .requestHeader(new RequestHeaderConfig(
            List.of(CA.certificate()),
            List.of("proxy"),
            List.of("X-Remote-User"),
            List.of(),
            List.of(),
            List.of()))
        .basicAuthFile("users.csv", "b,a,1\n")
        .tokenAuthFile("tokens.csv", "t,tokened,1\n");

    assertThat(ask(builder, all.withToken("t"))).isEqualTo("proxied/[system:authenticated]");
    assertThat(ask(builder, basic)).isEqualTo("a/1[system:authenticated]");
    assertThat(ask(builder, basic.withoutHeader("Authorization").withToken("t")))
        .isEqualTo("proxy/[system:authenticated]");
    assertThat(ask(builder, Requests.http().withToken("t")))
        .isEqualTo("tokened/1[system:authenticated]");
  }

  @Test
  void keystoneIsAskedOnlyIfItIsSet() {
    ApiRequest http = Requests.http().withHeader("Authorization", "Basic YTpi");

    assertThat(ask(Authenticators.builder(), http)).isEqualTo(ANONYMOUS);
    assertThat(ask(
            Authenticators.builder()
                .experimentalKeystoneUrl("https://k.example", (name, password) -> false),
            http))
        .isEqualTo("error: Failed to authenticate");
    refused(
        Authenticators.builder().experimentalKeystoneUrl("k", (name, password) -> true),
        "Auth URL should be secure and start with https");
  }

  @Test
  void audiencesAreThoseSetOrElseTheIssuers() {
    assertThat(Authenticators.builder().serviceAccountIssuer("a", "b").build().apiAudiences())
        .containsExactly("a", "b");
    assertThat(Authenticators.builder()
            .serviceAccountIssuer("a")
            .apiAudiences("x")
            .build()
            .apiAudiences())
        .containsExactly("x");
  }

  @Test
  void credentialsForOthersAreRefused() {
    TokenReviewer elsewhere =
        spec -> new Answer.Status(true, Optional.of(User.of("alice")), List.of("vault"), "");
    Authenticators server = Authenticators.builder()
        .apiAudiences("api")
        .tokenAuthFile("tokens.csv", "t,filed,1\n")
        .authenticationTokenWebhook(elsewhere)
        .build();
    ApiRequest http = Requests.http().withToken("x");

    assertThat(outcome(server.authenticate(http, Cluster.empty(), NOW)))
        .isEqualTo("error: invalid bearer token");
    AuthenticationRequest forVault =
        new AuthenticationRequest(http, Cluster.empty(), NOW, List.of("vault"));
    assertThat(outcome(server.authenticate(forVault))).isEqualTo("alice/[system:authenticated]");
    AuthenticationRequest filed = new AuthenticationRequest(
        Requests.http().withToken("t"), Cluster.empty(), NOW, List.of("vault"));
    assertThat(outcome(server.authenticate(filed))).isEqualTo("alice/[system:authenticated]");
  }

  @Test
  void flagsThatDoNotGoTogetherAreNamed() {
    OidcFlags flags = OidcFlags.of("https://a", "c");

    refused(
        Authenticators.builder().authenticationConfig("c", CONFIG).oidc(flags),
        "authentication-config file and oidc-* flags are mutually exclusive");
    refused(
        Authenticators.builder().oidc(OidcFlags.of("https://a", "")),
        "oidc-issuer-url and oidc-client-id must be specified together when any oidc-* flags are set");
    refused(
        Authenticators.builder().oidc(flags.withSigningAlgs(List.of("HS256"))),
        "oidc: unsupported signing alg: \"HS256\"");
    refused(
        Authenticators.builder().authenticationConfig("c", CONFIG).anonymousAuth(true),
        "anonymous: Forbidden: --anonymous-auth flag cannot be set when anonymous field is configured in authentication"
            + " configuration file");
    refused(
        Authenticators.builder().oidc(flags).serviceAccountIssuer("https://a"),
        "issuer.url: Invalid value: \"https://a\": URL must not overlap with disallowed issuers: [https://a]");
  }

  @Test
  void issuersOfServiceAccountsAreDifferent() {
    refused(
        Authenticators.builder().serviceAccountIssuer("a", "a", ""),
        "[service-account-issuer \"a\" is already specified, service-account-issuer should not be an empty string]");
    refused(
        Authenticators.builder().serviceAccountIssuer(":a"),
        "service-account-issuer \":a\" contained a ':' but was not a valid URL: parse \":a\": missing protocol scheme");
  }

  @Test
  void aProxyMustBeToldFromClients() {
    RequestHeaderConfig config = RequestHeaderConfig.of(List.of(CA.certificate()));

    refused(
        Authenticators.builder().clientCa(List.of(CA.certificate())).requestHeader(config),
        "--requestheader-client-ca-file and --client-ca-file contain overlapping certificates;"
            + " --requestheader-allowed-names must be specified to ensure regular client certificates cannot set"
            + " authenticating proxy headers for arbitrary users");
    refused(
        Authenticators.builder()
            .requestHeader(new RequestHeaderConfig(
                config.clientCa(),
                List.of(" "),
                List.of(""),
                List.of("X-Uid"),
                List.of(),
                List.of())),
        "[empty value in \"requestheader-username-headers\", empty value in \"requestheader-allowed-names\","
            + " --requestheader-uid-headers is set without specifying the standard X-Remote-Uid header - API aggregation"
            + " will not work]");
  }

  @Test
  void aSecretOfAFileIsNeverShown() {
    Authenticators.Builder builder =
        Authenticators.builder().tokenAuthFile("tokens.csv", "s3cret,a\n");

    assertThatExceptionOfType(AuthenticationSettingsException.class)
        .isThrownBy(builder::build)
        .satisfies(
            refused -> assertThat(refused).hasMessageNotContaining("s3cret").hasNoCause());
  }
}
