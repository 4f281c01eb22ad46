package io.plimsoll.core.authn;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The proof that a token is from an issuer, for this server, and in time. Mirrors {@code IDTokenVerifier} of {@code
 * github.com/coreos/go-oidc} and what {@code plugin/pkg/authenticator/token/oidc} adds to it.
 */
final class IdTokenVerifier {

  /** How far the clocks may be apart when a token is not good yet; when it expired they may not. */
  private static final long LEEWAY_SECONDS = 60;

  private static final String GOOGLE = "https://accounts.google.com";
  private static final String GOOGLE_WITHOUT_SCHEME = "accounts.google.com";

  private final String issuer;
  private final List<String> audiences;
  private final List<String> algorithms;
  private final Map<String, PublicKey> keys;

  IdTokenVerifier(
      String issuer, List<String> audiences, List<String> algorithms, Map<String, PublicKey> keys) {
    this.issuer = issuer;
    this.audiences = audiences.stream().distinct().sorted(GoText::compare).toList();
    this.algorithms = algorithms;
    this.keys = keys;
  }

  /** Returns what a token says; fails unless all of it is proved. */
  MappingValue verify(String token, Instant now) throws TokenException {
    byte[] payload = payload(token);
    IdToken idToken = read(payload);
    idToken.checkSources();
    checkIssuer(idToken.issuer());
    // With one audience only, the library that Kubernetes uses checks it; of several it knows
    // nothing.
    boolean single = audiences.size() == 1;
    if (single) {
      checkAudience(idToken.audience());
    }
    checkTimes(idToken, now);
    if (!single) {
      checkAudience(idToken.audience());
    }
    return Members.parse(payload).tree();
  }

  private byte[] payload(String token) throws TokenException {
    Jws jws = parse(token);
    if (!algorithms.contains(jws.algorithm())) {
      throw new TokenException("oidc: id token signed with unsupported algorithm, expected "
          + JwtTokenAuthenticator.quote(algorithms) + " got " + GoText.quote(jws.algorithm()));
    }
    String id = jws.keyId();
    boolean signed = keys.entrySet().stream()
        .filter(key -> id.isEmpty() || key.getKey().equals(id))
        .anyMatch(key -> jws.isSignedBy(key.getValue()));
    if (!signed) {
      throw new TokenException("failed to verify signature: failed to verify id token signature");
    }
    return jws.payload();
  }

  private static Jws parse(String token) throws TokenException {
    try {
      return Jws.parse(token);
    } catch (TokenException malformed) {
      throw new TokenException("oidc: malformed jwt: " + malformed.text());
    }
  }

  private static IdToken read(byte[] payload) throws TokenException {
    try {
      return IdToken.read(Members.parse(payload));
    } catch (TokenException malformed) {
      throw new TokenException("oidc: failed to unmarshal claims: " + malformed.text());
    }
  }

  private void checkIssuer(String found) throws TokenException {
    boolean google = issuer.equals(GOOGLE) && found.equals(GOOGLE_WITHOUT_SCHEME);
    if (!found.equals(issuer) && !google) {
      throw new TokenException("oidc: id token issued by a different provider, expected "
          + GoText.quote(issuer) + " got " + GoText.quote(found));
    }
  }

  private void checkAudience(List<String> found) throws TokenException {
    if (audiences.stream().noneMatch(found::contains)) {
      String expected = audiences.size() == 1
          ? "oidc: expected audience " + GoText.quote(audiences.get(0))
          : "oidc: expected audience in " + JwtTokenAuthenticator.quote(audiences);
      throw new TokenException(expected + " got " + JwtTokenAuthenticator.quote(found));
    }
  }

  private static void checkTimes(IdToken token, Instant now) throws TokenException {
    if (token.expiry().isBefore(now)) {
      throw new TokenException(
          "oidc: token is expired (Token Expiry: " + GoTimes.print(token.expiry()) + ")");
    }
    if (now.plusSeconds(LEEWAY_SECONDS).isBefore(token.notBefore())) {
      throw new TokenException("oidc: current time " + GoTimes.print(now)
          + " before the nbf (not before) time: " + GoTimes.print(token.notBefore()));
    }
  }
}
