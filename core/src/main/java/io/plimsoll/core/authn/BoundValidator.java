package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.authn.ServiceAccountClaims.Bound;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.KubeObject;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** The tokens that expire, and that end with what they are bound to. Mirrors {@code pkg/serviceaccount/claims.go}. */
final class BoundValidator implements ClaimsValidator {

  /** How far two clocks may be apart. Mirrors {@code jwt.DefaultLeeway}. */
  private static final long LEEWAY_SECONDS = 60;

  @Override
  public ServiceAccountClaims read(byte[] payload) throws TokenException {
    return ServiceAccountClaims.bound(payload);
  }

  @Override
  public Authentication validate(
      String token, ServiceAccountClaims claims, AuthenticationRequest request) {
    try {
      checkTimes(claims, request.now());
      checkObjects(claims, request.cluster(), request.now().minusSeconds(LEEWAY_SECONDS));
    } catch (TokenException wrong) {
      return Authentication.failed(wrong.text());
    }
    return stale(claims, request.now())
        .before(new Authenticated(ServiceAccountUser.bound(claims), List.of(), List.of()));
  }

  private static void checkTimes(ServiceAccountClaims claims, Instant now) throws TokenException {
    if (isLaterThan(claims.notBefore(), now)) {
      throw new TokenException("service account token is not valid yet");
    }
    if (claims.expiry().isPresent()
        && now.minusSeconds(LEEWAY_SECONDS)
            .isAfter(GoTimes.ofSeconds(claims.expiry().getAsLong()))) {
      throw new TokenException("service account token has expired");
    }
    if (isLaterThan(claims.issuedAt(), now)) {
      throw new TokenException("service account token is issued in the future");
    }
  }

  private static boolean isLaterThan(OptionalLong time, Instant now) {
    return time.isPresent()
        && now.plusSeconds(LEEWAY_SECONDS).isBefore(GoTimes.ofSeconds(time.getAsLong()));
  }

  private static void checkObjects(
      ServiceAccountClaims claims, Cluster cluster, Instant endedBefore) throws TokenException {
    String namespace = claims.namespace();
    ServiceAccountClaims.Ref ref = claims.account();
    KubeObject account = BoundObjects.account(cluster, namespace, ref.name());
    if (!BoundObjects.uid(account).equals(ref.uid())) {
      throw new TokenException("service account UID (" + BoundObjects.uid(account)
          + ") does not match claim (" + ref.uid() + ")");
    }
    if (BoundObjects.isGone(account, endedBefore)) {
      throw new TokenException(
          "service account " + namespace + "/" + ref.name() + " has been deleted");
    }
    Bound bound = claims.bound();
    if (bound.secret().isPresent()) {
      BoundObjects.check(cluster, "Secret", namespace, bound.secret().get(), endedBefore);
    }
    if (bound.pod().isPresent()) {
      BoundObjects.check(cluster, "Pod", namespace, bound.pod().get(), endedBefore);
    } else if (bound.node().isPresent()) {
      BoundObjects.check(cluster, "Node", "", bound.node().get(), endedBefore);
    }
    if (bound.toWebhook()) {
      throw new TokenException(
          "feature gate \"APIServerWebhookAuthenticationToken\" is disabled, but token is webhook bound");
    }
  }

  /** A token is good for longer than those who mount it believe; whoever relies on that is remarked on. */
  private static Remarks stale(ServiceAccountClaims claims, Instant now) {
    long warnAfter = claims.warnAfter().orElse(0);
    if (warnAfter == 0 || !now.isAfter(GoTimes.ofSeconds(warnAfter))) {
      return Remarks.NONE;
    }
    return Remarks.annotating(
        "authentication.k8s.io/stale-token",
        "subject: " + claims.subject() + ", seconds after warning threshold: "
            + (now.getEpochSecond() - warnAfter));
  }
}
