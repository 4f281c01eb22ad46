package io.plimsoll.core.authn;

import io.plimsoll.core.authn.AuthenticationConfiguration.AnonymousAuthCondition;
import io.plimsoll.core.authn.AuthenticationConfiguration.AnonymousAuthConfig;
import io.plimsoll.core.authn.AuthenticationConfiguration.JwtAuthenticator;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts the authenticators in upstream's order. Mirrors {@code Config.New} of {@code pkg/kubeapiserver/authenticator/config.go}. */
final class AuthenticatorChain {

  private final Authenticators.Builder settings;
  private final AuthenticationConfiguration configuration;
  private final List<String> audiences;

  AuthenticatorChain(
      Authenticators.Builder settings,
      AuthenticationConfiguration configuration,
      List<String> audiences) {
    this.settings = settings;
    this.configuration = configuration;
    this.audiences = audiences;
  }

  /** Returns all of them as one. */
  Authenticator assemble(AnonymousAuthConfig anonymous) {
    List<Authenticator> own = new ArrayList<>();
    settings
        .requestHeader
        .filter(config -> !config.clientCa().isEmpty())
        .ifPresent(config -> own.add(agnostic(new RequestHeaderAuthenticator(config))));
    settings.basicAuthFile.ifPresent(
        file -> own.add(agnostic(new BasicAuthenticator(passwords(file.name(), file.text())))));
    settings.keystone.ifPresent(
        keystone -> own.add(agnostic(new BasicAuthenticator(keystone(keystone)))));
    if (!settings.clientCa.isEmpty()) {
      own.add(new X509Authenticator(settings.clientCa));
    }
    TokenAuthenticator tokens = UnionAuthenticator.ofTokens(tokens());
    own.add(new BearerTokenAuthenticator(tokens));
    own.add(new ProtocolAuthenticator(tokens));
    List<String> paths =
        anonymous.conditions().stream().map(AnonymousAuthCondition::path).toList();
    Optional<Authenticator> anybody =
        anonymous.enabled() ? Optional.of(new AnonymousAuthenticator(paths)) : Optional.empty();
    // The server's own requests to itself come first: they have a token that nobody else knows.
    Authenticator loopback =
        new BearerTokenAuthenticator((token, request) -> Authentication.NO_OPINION);
    return UnionAuthenticator.of(List.of(loopback, failingOnError(grouped(own), anybody)));
  }

  /** A user that is taken for granted comes first, and counts where nobody else would be asked. */
  private static Authenticator grouped(List<Authenticator> own) {
    List<Authenticator> all = new ArrayList<>();
    all.add(new TrustedUserAuthenticator());
    all.addAll(own);
    return new AuthenticatedGroupAdder(UnionAuthenticator.of(all));
  }

  private static Authenticator failingOnError(
      Authenticator known, Optional<Authenticator> anybody) {
    return anybody
        .map(last -> UnionAuthenticator.failingOnError(List.of(known, last)))
        .orElse(known);
  }

  private List<TokenAuthenticator> tokens() {
    List<TokenAuthenticator> tokens = new ArrayList<>();
    settings.tokenAuthFile.ifPresent(
        file -> tokens.add(agnostic(tokenFile(file.name(), file.text()))));
    if (!settings.serviceAccountKeys.isEmpty()) {
      ServiceAccountKeys keys = new ServiceAccountKeys(settings.serviceAccountKeys);
      tokens.add(new JwtTokenAuthenticator(
          List.of(JwtTokenAuthenticator.LEGACY_ISSUER),
          keys,
          audiences,
          new LegacyValidator(settings.serviceAccountLookup)));
      if (!settings.serviceAccountIssuers.isEmpty()) {
        tokens.add(new JwtTokenAuthenticator(
            settings.serviceAccountIssuers, keys, audiences, new BoundValidator()));
      }
    }
    if (settings.bootstrapTokenAuth) {
      tokens.add(agnostic(new BootstrapTokenAuthenticator()));
    }
    List<TokenAuthenticator> issuers =
        configuration.jwt().stream().map(this::issuer).toList();
    tokens.add(agnostic(UnionAuthenticator.ofTokensFailingOnError(issuers)));
    settings.tokenWebhook.ifPresent(
        reviewer -> tokens.add(new WebhookTokenAuthenticator(reviewer, audiences)));
    return tokens;
  }

  private TokenAuthenticator issuer(JwtAuthenticator jwt) {
    List<FieldError> errors =
        AuthenticationConfigurationValidation.errors(jwt, settings.serviceAccountIssuers);
    if (!errors.isEmpty()) {
      throw new AuthenticationSettingsException(FieldError.aggregate(errors));
    }
    List<String> algorithms = settings
        .oidc
        .map(flags -> flags.signingAlgs().isEmpty() ? List.of("RS256") : flags.signingAlgs())
        .orElse(SignatureAlgorithm.names());
    for (String algorithm : algorithms) {
      if (SignatureAlgorithm.named(algorithm).isEmpty()) {
        throw new AuthenticationSettingsException(
            "oidc: unsupported signing alg: " + GoText.quote(algorithm));
      }
    }
    return new OidcAuthenticator(
        jwt, algorithms, settings.issuerKeys.getOrDefault(jwt.issuer().url(), Map.of()));
  }

  private static TokenAuthenticator tokenFile(String name, String text) {
    return started(() -> new TokenFileAuthenticator(name, text));
  }

  private static PasswordChecker passwords(String name, String text) {
    return started(() -> new PasswordFile(name, text));
  }

  private static PasswordChecker keystone(Authenticators.Builder.Keystone keystone) {
    return started(() -> new KeystoneAuthenticator(keystone.url(), keystone.service()));
  }

  private static <T> T started(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException wrong) {
      throw new AuthenticationSettingsException(String.valueOf(wrong.getMessage()));
    }
  }

  private Authenticator agnostic(Authenticator authenticator) {
    return Audiences.agnostic(audiences, authenticator);
  }

  private TokenAuthenticator agnostic(TokenAuthenticator authenticator) {
    return Audiences.agnosticToken(audiences, authenticator);
  }
}
