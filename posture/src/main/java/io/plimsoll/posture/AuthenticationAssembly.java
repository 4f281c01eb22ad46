package io.plimsoll.posture;

import io.plimsoll.core.authn.AuthenticationSettingsException;
import io.plimsoll.core.authn.Authenticators;
import io.plimsoll.core.authn.OidcFlags;
import io.plimsoll.core.authn.RequestHeaderConfig;
import io.plimsoll.core.authn.ServiceAccountTokens;
import io.plimsoll.core.manifest.GoText;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The authenticators of a server by its flags. Mirrors {@code pkg/kubeapiserver/options/authentication.go}. */
final class AuthenticationAssembly {

  static final String DEFAULT_ISSUER = "https://kubernetes.default.svc";

  private static final String MAX_EXPIRATION = "service-account-max-token-expiration";
  private static final Duration LEAST_EXPIRATION = Duration.ofHours(1);
  private static final Duration MOST_EXPIRATION = Duration.ofSeconds(1L << 32);

  private final ServerFlags flags;
  private final Backends backends;

  AuthenticationAssembly(ServerFlags flags, Backends backends) {
    this.flags = flags;
    this.backends = backends;
  }

  List<String> issuers() {
    List<String> issuers = flags.values("service-account-issuer").stream()
        .filter(one -> !one.isEmpty())
        .toList();
    return issuers.isEmpty() ? List.of(DEFAULT_ISSUER) : issuers;
  }

  Optional<ServiceAccountTokens> tokens(List<String> audiences) {
    return backends.signingKey().map(key -> {
      ServiceAccountTokens issuer = ServiceAccountTokens.of(issuers().get(0), key)
          .withApiAudiences(audiences)
          .withExtendExpiration(flags.isOn("service-account-extend-token-expiration", true));
      long seconds = maxExpiration().toSeconds();
      return seconds == 0 ? issuer : issuer.withMaxExpirationSeconds(seconds);
    });
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

  /** Throws if a flag about tokens has a value that no server starts with, whether or not it signs any. */
  void check() {
    maxExpiration();
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
    requestHeader().ifPresent(builder::requestHeader);
    files(builder);
    serviceAccounts(builder);
    if (flags.has("anonymous-auth")) {
      builder.anonymousAuth(flags.isOn("anonymous-auth", true));
    }
    if (flags.last("oidc-issuer-url").isPresent()
        || flags.last("oidc-client-id").isPresent()) {
      builder.oidc(oidc());
    }
    backends.issuerKeys().forEach(builder::issuerKeys);
    if (flags.last("authentication-token-webhook-config-file").isPresent()) {
      builder.authenticationTokenWebhook(backends
          .tokenReviewer()
          .orElseThrow(() -> new ServerStartException(
              "nothing answers for --authentication-token-webhook-config-file")));
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
    flags.file("authentication-config").ifPresent(text -> {
      try {
        builder.authenticationConfig(name("authentication-config"), text);
      } catch (AuthenticationSettingsException refused) {
        throw new ServerStartException(String.valueOf(refused.getMessage()));
      }
    });
  }

  private String name(String flag) {
    return flags.last(flag).orElse("");
  }

  private void serviceAccounts(Authenticators.Builder builder) {
    List<PublicKey> keys = new ArrayList<>();
    backends.signingKey().ifPresent(key -> keys.add(key.getPublic()));
    builder.serviceAccountKeys(keys);
    for (String text : flags.files("service-account-key-file")) {
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

  private Optional<RequestHeaderConfig> requestHeader() {
    return flags.file("requestheader-client-ca-file").map(pem -> {
      RequestHeaderConfig usual = ofBundle(
          "requestheader-client-ca-file", "request-header", pem, RequestHeaderConfig::ofFile);
      return new RequestHeaderConfig(
          usual.clientCa(),
          list("requestheader-allowed-names", usual.allowedNames()),
          list("requestheader-username-headers", usual.usernameHeaders()),
          list("requestheader-uid-headers", usual.uidHeaders()),
          list("requestheader-group-headers", usual.groupHeaders()),
          list("requestheader-extra-headers-prefix", usual.extraHeadersPrefixes()));
    });
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

  private List<String> list(String flag, List<String> usual) {
    return flags.has(flag) ? flags.list(flag) : usual;
  }

  private OidcFlags oidc() {
    Map<String, String> required = new LinkedHashMap<>();
    for (String pair : flags.list("oidc-required-claim")) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw new ServerStartException("invalid argument \"" + pair
            + "\" for \"--oidc-required-claim\" flag: malformed pair, expect string=string");
      }
      required.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    List<String> algorithms = flags.list("oidc-signing-algs");
    return OidcFlags.of(name("oidc-issuer-url"), name("oidc-client-id"))
        .withUsername(flags.last("oidc-username-claim").orElse("sub"), name("oidc-username-prefix"))
        .withGroups(name("oidc-groups-claim"), name("oidc-groups-prefix"))
        .withSigningAlgs(algorithms.isEmpty() ? List.of("RS256") : algorithms)
        .withRequiredClaims(required);
  }
}
