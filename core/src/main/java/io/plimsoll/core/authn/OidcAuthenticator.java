package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.authn.Authentication.Undecided;
import io.plimsoll.core.authn.AuthenticationConfiguration.ClaimMappings;
import io.plimsoll.core.authn.AuthenticationConfiguration.JwtAuthenticator;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.User;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;

/**
 * The tokens of one issuer of an {@link AuthenticationConfiguration}, or of the {@code --oidc-*} flags. Mirrors {@code
 * plugin/pkg/authenticator/token/oidc}.
 *
 * <p>A CEL expression is not evaluated: where upstream would come to one, the answer is that it is undecided. What upstream
 * finds wrong before that is found here, too.
 */
final class OidcAuthenticator implements TokenAuthenticator {

  private final JwtAuthenticator config;
  private final IdTokenVerifier verifier;
  private final boolean hasKeys;

  /**
   * Makes one.
   *
   * @param algorithms what tokens may be signed with
   * @param keys the issuer's public keys, by their ids
   */
  OidcAuthenticator(JwtAuthenticator config, List<String> algorithms, Map<String, PublicKey> keys) {
    this.config = config;
    this.hasKeys = !keys.isEmpty();
    this.verifier =
        new IdTokenVerifier(config.issuer().url(), config.issuer().audiences(), algorithms, keys);
  }

  @Override
  public Authentication authenticate(String token, AuthenticationRequest request) {
    if (!isOwn(token)) {
      return Authentication.NO_OPINION;
    }
    if (!hasKeys) {
      return Authentication.failed("oidc: authenticator not initialized");
    }
    TokenClaims claims;
    try {
      claims = new TokenClaims(verifier.verify(token, request.now()));
    } catch (TokenException wrong) {
      return Authentication.failed("oidc: verify token: " + wrong.text());
    }
    try {
      return answer(claims);
    } catch (TokenException wrong) {
      return Authentication.failed(wrong.text());
    } catch (ExpressionException needed) {
      return new Undecided(needed.text(config.issuer().url()), List.of(), Map.of());
    }
  }

  private boolean isOwn(String token) {
    String issuer = UntrustedIssuer.of(token).orElse("");
    String coalesced =
        issuer.equals("accounts.google.com") ? "https://accounts.google.com" : issuer;
    return coalesced.equals(config.issuer().url());
  }

  private Authentication answer(TokenClaims claims) throws TokenException, ExpressionException {
    ClaimMappings mappings = config.claimMappings();
    if (!mappings.groups().claim().isEmpty()) {
      claims.checkIsHere(mappings.groups().claim());
    }
    String username = claims.username(mappings.username());
    List<String> groups = claims.groups(mappings.groups());
    String uid = claims.uid(mappings.uid());
    if (!mappings.extra().isEmpty()) {
      throw new ExpressionException(
          "claimMappings.extra", mappings.extra().get(0).valueExpression());
    }
    claims.checkRules(config.claimValidationRules());
    if (!config.userValidationRules().isEmpty()) {
      throw new ExpressionException(
          "userValidationRules", config.userValidationRules().get(0).expression());
    }
    String id = claims.credentialId();
    User user = new User(
        username, uid, groups, id.isEmpty() ? Map.of() : Map.of(Credentials.ID_KEY, List.of(id)));
    return new Authenticated(user, List.of(), List.of());
  }

  /** The answer depends on a CEL expression, or on claims that are elsewhere. */
  static final class ExpressionException extends Exception {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String expression;

    ExpressionException(String field, String expression) {
      super(field, null, false, false);
      this.field = field;
      this.expression = expression;
    }

    /** Returns what is not evaluated. */
    String text(String issuer) {
      return "whether a token of issuer " + GoText.quote(issuer) + " is accepted depends on "
          + field + ", which is not evaluated: " + GoText.quote(expression);
    }
  }
}
