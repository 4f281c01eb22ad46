package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.authn.Authentication.Failed;
import io.plimsoll.core.manifest.GoText;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tokens of service accounts. Mirrors {@code jwtTokenAuthenticator} of {@code pkg/serviceaccount/jwt.go}. */
final class JwtTokenAuthenticator implements TokenAuthenticator {

  /** Who made the legacy tokens. */
  static final String LEGACY_ISSUER = "kubernetes/serviceaccount";

  private final Set<String> issuers;
  private final ServiceAccountKeys keys;
  private final List<String> implicitAudiences;
  private final ClaimsValidator validator;

  JwtTokenAuthenticator(
      List<String> issuers,
      ServiceAccountKeys keys,
      List<String> implicitAudiences,
      ClaimsValidator validator) {
    this.issuers = Set.copyOf(issuers);
    this.keys = keys;
    this.implicitAudiences = implicitAudiences;
    this.validator = validator;
  }

  @Override
  public Authentication authenticate(String token, AuthenticationRequest request) {
    if (!issuers.contains(UntrustedIssuer.of(token).orElse(""))) {
      return Authentication.NO_OPINION;
    }
    Jws jws;
    try {
      jws = Jws.parse(token);
    } catch (TokenException malformed) {
      return Authentication.NO_OPINION;
    }
    List<String> errors = new ArrayList<>();
    List<PublicKey> candidates = keys.find(jws.keyId());
    if (candidates.isEmpty()) {
      return Authentication.failed("invalid signature, no keys found");
    }
    for (PublicKey key : candidates) {
      if (!jws.isSignedBy(key)) {
        errors.add(Jws.CRYPTO_FAILURE);
        continue;
      }
      try {
        return answer(token, validator.read(jws.payload()), request);
      } catch (TokenException malformed) {
        errors.add(malformed.text());
      }
    }
    return new Failed(errors, List.of(), Map.of());
  }

  private Authentication answer(
      String token, ServiceAccountClaims claims, AuthenticationRequest request) {
    if (!issuers.contains(claims.issuer())) {
      return Authentication.failed("token issuer " + GoText.quote(claims.issuer()) + " is invalid");
    }
    boolean isForAnybody = claims.audience().isEmpty();
    Remarks remarks = isForAnybody
        ? Remarks.annotating("authentication.k8s.io/legacy-token", claims.subject())
        : Remarks.NONE;
    List<String> audiences = isForAnybody ? implicitAudiences : claims.audience();
    List<String> requested =
        request.audiences().isEmpty() ? implicitAudiences : request.audiences();
    List<String> common = Audiences.intersect(audiences, requested);
    if (common.isEmpty() && !implicitAudiences.isEmpty()) {
      return remarks.before(Authentication.failed("token audiences " + quote(audiences)
          + " is invalid for the target audiences " + quote(requested)));
    }
    Authentication answer = validator.validate(token, claims, request);
    return remarks.before(
        answer instanceof Authenticated known
            ? new Authenticated(known.user(), common, known.warnings(), known.auditAnnotations())
            : answer);
  }

  /** Returns a list as {@code %q} prints it. */
  static String quote(List<String> texts) {
    return texts.stream().map(GoText::quote).collect(Collectors.joining(" ", "[", "]"));
  }
}
