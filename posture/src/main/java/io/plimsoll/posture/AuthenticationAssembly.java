package io.plimsoll.posture;

import io.plimsoll.core.authn.AuthenticationConfiguration;
import io.plimsoll.core.authn.AuthenticationSettingsException;
import io.plimsoll.core.authn.Authenticators;
import io.plimsoll.core.authn.OidcFlags;
import io.plimsoll.core.authn.RequestHeaderConfig;
import io.plimsoll.core.authn.ServiceAccountTokens;
import io.plimsoll.core.manifest.GoText;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The authenticators of a server by its flags. Mirrors {@code pkg/kubeapiserver/options/authentication.go}. */
final class AuthenticationAssembly {

  static final String DEFAULT_ISSUER = "https://kubernetes.default.svc";

  private static final String SIGNING_KEY_FILE = "service-account-signing-key-file";
  private static final String WEBHOOK_FILE = "authentication-token-webhook-config-file";
  private static final String WEBHOOK_VERSION = "authentication-token-webhook-version";
  private static final String MAX_EXPIRATION = "service-account-max-token-expiration";
  private static final Duration LEAST_EXPIRATION = Duration.ofHours(1);
  private static final Duration MOST_EXPIRATION = Duration.ofSeconds(1L << 32);

  private final ServerFlags flags;
  private final Backends backends;

  /** The key that tokens are signed with: one that is given, or else that of the file. */
  private final Optional<KeyPair> signingKey;

  AuthenticationAssembly(ServerFlags flags, Backends backends) {
    this.flags = flags;
    this.backends = backends;
    this.signingKey = backends.signingKey().or(() -> signingKeyOfFile(flags));
  }

  List<String> issuers() {
    List<String> issuers = flags.values("service-account-issuer").stream()
        .filter(one -> !one.isEmpty())
        .toList();
    return issuers.isEmpty() ? List.of(DEFAULT_ISSUER) : issuers;
  }

  Optional<ServiceAccountTokens> tokens(List<String> audiences) {
    return signingKey.map(key -> {
      ServiceAccountTokens issuer = issuer(key)
          .withApiAudiences(audiences)
          .withExtendExpiration(flags.isOn("service-account-extend-token-expiration", true));
      long seconds = maxExpiration().toSeconds();
      return seconds == 0 ? issuer : issuer.withMaxExpirationSeconds(seconds);
    });
  }

  private ServiceAccountTokens issuer(KeyPair key) {
    try {
      return ServiceAccountTokens.of(issuers().get(0), key);
    } catch (IllegalArgumentException refused) {
      throw new ServerStartException("failed to build token generator: " + refused.getMessage());
    }
  }

  private static Optional<KeyPair> signingKeyOfFile(ServerFlags flags) {
    Optional<String> path = flags.last(SIGNING_KEY_FILE);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try {
      return flags
          .file(SIGNING_KEY_FILE)
          .map(pem -> ServiceAccountTokens.signingKey(path.get(), pem));
    } catch (ServerStartException missing) {
      throw new ServerStartException(
          "failed to parse service-account-issuer-key-file: " + missing.getMessage(),
          missing.notes());
    } catch (IllegalArgumentException refused) {
      throw new ServerStartException(String.valueOf(refused.getMessage()));
    }
  }

  /** Returns how long tokens may be good at most; 0 if that is not limited. Mirrors {@code CompleteForServiceAccounts}. */
  private Duration maxExpiration() {
    Duration most = flags
        .last(MAX_EXPIRATION)
        .map(text -> FlagValue.duration(MAX_EXPIRATION, text))
        .orElse(Duration.ZERO);
    boolean within = most.compareTo(LEAST_EXPIRATION) >= 0 && most.compareTo(MOST_EXPIRATION) <= 0;
    if (!most.isZero() && !within) {
      throw new ServerStartException(
          "the service-account-max-token-expiration must be between 1 hour and 2^32 seconds");
    }
    return most;
  }

  /** Throws if a flag has a value that no server starts with, whether or not anything depends on it. */
  void check(FeatureGates gates) {
    signingKey.ifPresent(this::issuer);
    maxExpiration();
    if (!gates.isOn(FeatureGates.REMOTE_REQUEST_HEADER_UID)
        && !flags.list("requestheader-uid-headers").isEmpty()) {
      throw new ServerStartException("--requestheader-uid-headers requires the "
          + GoText.quote(FeatureGates.REMOTE_REQUEST_HEADER_UID) + " feature to be enabled");
    }
    String version = flags.last(WEBHOOK_VERSION).orElse("v1beta1");
    boolean asked = flags.last(WEBHOOK_FILE).isPresent();
    if (asked && !version.equals("v1") && !version.equals("v1beta1")) {
      throw new ServerStartException("unsupported authentication webhook version "
          + GoText.quote(version) + ", supported versions are \"v1\", \"v1beta1\"");
    }
  }

  /** Returns the authenticators; {@code authorizesAlways} says whether every request is authorized. */
  Authenticators authenticators(boolean authorizesAlways) {
    Authenticators.Builder builder = Authenticators.builder()
        .serviceAccountIssuer(issuers().toArray(String[]::new))
        .serviceAccountLookup(flags.isOn("service-account-lookup", true))
        .enableBootstrapTokenAuth(flags.isOn("enable-bootstrap-token-auth", false))
        .authorizesAlways(authorizesAlways);
    flags
        .file("client-ca-file")
        .ifPresent(
            pem -> ofBundle("client-ca-file", "client-ca-bundle", pem, builder::clientCaFile));
    builder.requestHeader(requestHeader());
    files(builder);
    serviceAccounts(builder);
    if (flags.has("anonymous-auth")) {
      builder.anonymousAuth(flags.isOn("anonymous-auth", true));
    }
    if (hasOidc()) {
      builder.oidc(oidc());
    }
    backends.issuerKeys().forEach(builder::issuerKeys);
    if (flags.last(WEBHOOK_FILE).isPresent()) {
      builder.authenticationTokenWebhook(backends
          .tokenReviewer()
          .orElseThrow(() -> new ServerStartException("nothing answers for --" + WEBHOOK_FILE)));
    }
    try {
      return builder.build();
    } catch (AuthenticationSettingsException refused) {
      throw new ServerStartException(String.valueOf(refused.getMessage()));
    }
  }

  private void files(Authenticators.Builder builder) {
    flags
        .file("token-auth-file")
        .ifPresent(text -> builder.tokenAuthFile(name("token-auth-file"), text));
    flags
        .file("basic-auth-file")
        .ifPresent(text -> builder.basicAuthFile(name("basic-auth-file"), text));
    flags
        .last("experimental-keystone-url")
        .ifPresent(url -> builder.experimentalKeystoneUrl(
            url,
            backends
                .keystone()
                .orElseThrow(() ->
                    new ServerStartException("nothing answers for --experimental-keystone-url"))));
    flags.file("authentication-config").ifPresent(text -> authenticationConfig(builder, text));
  }

  /** Beside flags that may not stand beside it, what the file says is not looked at. */
  private void authenticationConfig(Authenticators.Builder builder, String text) {
    if (hasOidc()) {
      builder.authenticationConfig(AuthenticationConfiguration.empty());
      return;
    }
    try {
      builder.authenticationConfig(name("authentication-config"), text);
    } catch (AuthenticationSettingsException refused) {
      throw new ServerStartException(String.valueOf(refused.getMessage()));
    }
  }

  private boolean hasOidc() {
    return flags.names().stream().anyMatch(name -> name.startsWith("oidc-"));
  }

  private String name(String flag) {
    return flags.last(flag).orElse("");
  }

  private void serviceAccounts(Authenticators.Builder builder) {
    List<String> files = flags.files("service-account-key-file");
    // A server needs both files; one that is not told whom to trust trusts itself here.
    Optional<KeyPair> own = files.isEmpty() ? signingKey : backends.signingKey();
    builder.serviceAccountKeys(own.map(KeyPair::getPublic).stream().toList());
    for (String text : files) {
      try {
        builder.serviceAccountKeyFile(text);
      } catch (IllegalArgumentException refused) {
        throw new ServerStartException("error reading public key file "
            + name("service-account-key-file") + ": " + refused.getMessage());
      }
    }
    List<String> audiences = flags.list("api-audiences");
    if (!audiences.isEmpty()) {
      builder.apiAudiences(audiences.toArray(String[]::new));
    }
  }

  /** Returns which headers are believed: none but those of the flags, and none at all without authorities. */
  private RequestHeaderConfig requestHeader() {
    List<X509Certificate> authorities = flags
        .file("requestheader-client-ca-file")
        .map(pem -> ofBundle(
            "requestheader-client-ca-file", "request-header", pem, RequestHeaderConfig::ofFile))
        .map(RequestHeaderConfig::clientCa)
        .orElse(List.of());
    return new RequestHeaderConfig(
        authorities,
        flags.list("requestheader-allowed-names"),
        flags.list("requestheader-username-headers"),
        flags.list("requestheader-uid-headers"),
        flags.list("requestheader-group-headers"),
        flags.list("requestheader-extra-headers-prefix"));
  }

  /** Returns what is made of a file of certificates. Mirrors {@code pkg/server/dynamiccertificates}. */
  private <T> T ofBundle(String flag, String purpose, String pem, Function<String, T> reader) {
    String bundle = GoText.quote(purpose + "::" + name(flag));
    if (pem.isEmpty()) {
      throw new ServerStartException("missing content for CA bundle " + bundle);
    }
    try {
      return reader.apply(pem);
    } catch (IllegalArgumentException refused) {
      throw new ServerStartException(
          "error loading CA bundle for " + bundle + ": " + refused.getMessage());
    }
  }

  private OidcFlags oidc() {
    Map<String, String> required = new LinkedHashMap<>();
    for (String pair : flags.values("oidc-required-claim")) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw FlagValue.invalid(
            "oidc-required-claim", pair, "malformed pair, expect string=string");
      }
      required.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    List<String> algorithms =
        flags.has("oidc-signing-algs") ? flags.list("oidc-signing-algs") : List.of("RS256");
    return OidcFlags.of(name("oidc-issuer-url"), name("oidc-client-id"))
        .withUsername(flags.last("oidc-username-claim").orElse("sub"), name("oidc-username-prefix"))
        .withGroups(name("oidc-groups-claim"), name("oidc-groups-prefix"))
        .withSigningAlgs(algorithms)
        .withRequiredClaims(required);
  }
}
