package io.plimsoll.core.authz;

import java.util.Optional;

/**
 * What an authorizer answers. Mirrors the results of {@code Authorize} of {@code
 * k8s.io/apiserver/pkg/authorization/authorizer}.
 *
 * @param decision what is decided
 * @param reason upstream's words for why, or empty
 * @param error what went wrong on the way, if anything did; an allowed request is allowed nevertheless
 */
public record Authorization(Decision decision, String reason, Optional<String> error) {

  /** An authorizer's decision. */
  public enum Decision {
    /** The request is refused, whatever other authorizers say. */
    DENY("Deny"),
    /** The request is allowed, whatever other authorizers say. */
    ALLOW("Allow"),
    /** Others may decide; if none does, the request is refused. */
    NO_OPINION("NoOpinion");

    private final String label;

    Decision(String label) {
      this.label = label;
    }

    /** Returns upstream's name of the decision. */
    @Override
    public String toString() {
      return label;
    }
  }

  /** Returns that a request is allowed. */
  public static Authorization allow(String reason) {
    return new Authorization(Decision.ALLOW, reason, Optional.empty());
  }

  /** Returns that a request is refused. */
  public static Authorization deny(String reason) {
    return new Authorization(Decision.DENY, reason, Optional.empty());
  }

  /** Returns that others may decide. */
  public static Authorization noOpinion(String reason) {
    return new Authorization(Decision.NO_OPINION, reason, Optional.empty());
  }

  /** Returns this answer with what went wrong on the way. */
  public Authorization withError(String message) {
    return new Authorization(decision, reason, Optional.of(message));
  }

  /** Returns whether the request is allowed. */
  public boolean isAllowed() {
    return decision == Decision.ALLOW;
  }
}
