package io.plimsoll.core.authn;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a token of a service account says. Mirrors {@code jwt.Claims} of {@code go-jose} with {@code privateClaims} and {@code
 * legacyPrivateClaims} of {@code pkg/serviceaccount}.
 *
 * @param issuer who made it
 * @param subject whose it is: a user name
 * @param audience whom it is for
 * @param expiry until when it is good, in seconds
 * @param notBefore from when on it is good
 * @param issuedAt when it was made
 * @param id its own name
 * @param namespace the namespace of the account
 * @param account the account, which need not have a name or a uid
 * @param secretName the secret that holds the token, if it is a legacy one
 * @param bound what it is bound to
 * @param warnAfter from when on its use is remarked on
 */
record ServiceAccountClaims(
    String issuer,
    String subject,
    List<String> audience,
    OptionalLong expiry,
    OptionalLong notBefore,
    OptionalLong issuedAt,
    String id,
    String namespace,
    Ref account,
    String secretName,
    Bound bound,
    OptionalLong warnAfter) {

  private static final String LEGACY = "kubernetes.io/serviceaccount/";

  /** The name and uid of an object. */
  record Ref(String name, String uid) {
    static final Ref NONE = new Ref("", "");

    private static Ref from(Members members) throws TokenException {
      return new Ref(members.string("name"), members.string("uid"));
    }
  }

  /**
   * What a token may be bound to.
   *
   * @param toWebhook whether it is bound to the configuration of a webhook
   */
  record Bound(Optional<Ref> pod, Optional<Ref> secret, Optional<Ref> node, boolean toWebhook) {
    static final Bound NOTHING =
        new Bound(Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /** Reads the claims of a legacy token. */
  static ServiceAccountClaims legacy(byte[] payload) throws TokenException {
    Members claims = Members.parseExactly(payload);
    Ref account = new Ref(
        claims.string(LEGACY + "service-account.name"),
        claims.string(LEGACY + "service-account.uid"));
    return of(
        claims,
        claims.string(LEGACY + "namespace"),
        account,
        claims.string(LEGACY + "secret.name"),
        Bound.NOTHING,
        OptionalLong.empty());
  }

  /** Reads the claims of a bound token. */
  static ServiceAccountClaims bound(byte[] payload) throws TokenException {
    Members claims = Members.parseExactly(payload);
    Optional<Members> kubernetes = claims.object("kubernetes.io", "serviceaccount.kubernetes");
    if (kubernetes.isEmpty()) {
      return of(claims, "", Ref.NONE, "", Bound.NOTHING, OptionalLong.empty());
    }
    Members own = kubernetes.get();
    Bound bound = new Bound(
        ref(own, "pod"),
        ref(own, "secret"),
        ref(own, "node"),
        ref(own, "validatingwebhookconfiguration").isPresent()
            || ref(own, "mutatingwebhookconfiguration").isPresent());
    return of(
        claims,
        own.string("namespace"),
        ref(own, "serviceaccount").orElse(Ref.NONE),
        "",
        bound,
        own.numericDate("warnafter"));
  }

  private static ServiceAccountClaims of(
      Members claims,
      String namespace,
      Ref account,
      String secretName,
      Bound bound,
      OptionalLong warnAfter)
      throws TokenException {
    return new ServiceAccountClaims(
        claims.string("iss"),
        claims.string("sub"),
        claims.audience("aud"),
        claims.numericDate("exp"),
        claims.numericDate("nbf"),
        claims.numericDate("iat"),
        claims.string("jti"),
        namespace,
        account,
        secretName,
        bound,
        warnAfter);
  }

  private static Optional<Ref> ref(Members members, String name) throws TokenException {
    Optional<Members> found = members.object(name, "serviceaccount.ref");
    return found.isEmpty() ? Optional.empty() : Optional.of(Ref.from(found.get()));
  }
}
