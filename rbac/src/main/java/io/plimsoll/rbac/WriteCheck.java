package io.plimsoll.rbac;

import java.util.List;

/**
 * Whether a user may create or change a role or binding, beyond being authorized for the request itself: nobody may grant what
 * they do not hold.
 *
 * @param basis what decided
 * @param message the API server's answer where it refuses, else empty
 * @param missing what the user would grant and does not hold, taken apart, in order
 */
public record WriteCheck(Basis basis, String message, List<PolicyRule> missing) {

  /** What decides whether a role or binding may be written. */
  public enum Basis {
    /** The user is in {@code system:masters}. */
    MASTERS,
    /** The user may use the verb {@code escalate} on the role. */
    ESCALATE,
    /** The user may use the verb {@code bind} on the role that the binding grants. */
    BIND,
    /** Nothing changes but what garbage collection needs: owners and finalizers. */
    OWNERS_ONLY,
    /** The user holds all that is granted. */
    HELD,
    /** Refused: the user does not hold all that is granted. */
    NOT_HELD,
    /** Refused: only who may do everything may write an aggregation rule. */
    AGGREGATION,
    /** Refused: the role that the binding grants does not exist. */
    NO_ROLE
  }

  public WriteCheck {
    missing = List.copyOf(missing);
  }

  static WriteCheck allowed(Basis basis) {
    return new WriteCheck(basis, "", List.of());
  }

  /** Returns whether it may be written. */
  public boolean isAllowed() {
    return switch (basis) {
      case MASTERS, ESCALATE, BIND, OWNERS_ONLY, HELD -> true;
      case NOT_HELD, AGGREGATION, NO_ROLE -> false;
    };
  }
}
