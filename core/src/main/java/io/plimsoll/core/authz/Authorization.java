package io.plimsoll.core.authz;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an authorizer answers: a decision, why, and what went wrong on the way, if anything did. Mirrors the results of {@code
 * Authorize} of {@code k8s.io/apiserver/pkg/authorization/authorizer}.
 *
 * <p>The reason may be made when it is first asked for: most requests are decided without anybody reading it.
 */
public final class Authorization {

  private static final Supplier<String> SILENT = Authorization::nothing;

  private static final Authorization NOTHING_TO_SAY =
      new Authorization(Decision.NO_OPINION, SILENT, null, false);

  private static final Authorization ALLOWED =
      new Authorization(Decision.ALLOW, SILENT, null, false);

  private final Decision decision;
  private final Supplier<String> reason;
  private final @Nullable String error;
  private final boolean unsupported;

  private Authorization(
      Decision decision, Supplier<String> reason, @Nullable String error, boolean unsupported) {
    this.decision = decision;
    this.reason = reason;
    this.error = error;
    this.unsupported = unsupported;
  }

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

  private static String nothing() {
    return "";
  }

  private static Supplier<String> known(String reason) {
    return reason.isEmpty() ? SILENT : () -> reason;
  }

  /** Returns that a request is allowed. */
  public static Authorization allow(String reason) {
    return reason.isEmpty() ? ALLOWED : allow(known(reason));
  }

  /** Returns that a request is allowed, for a reason that is made when somebody asks for it. */
  public static Authorization allow(Supplier<String> reason) {
    return new Authorization(Decision.ALLOW, reason, null, false);
  }

  /** Returns that a request is refused. */
  public static Authorization deny(String reason) {
    return new Authorization(Decision.DENY, known(reason), null, false);
  }

  /** Returns that others may decide. */
  public static Authorization noOpinion(String reason) {
    return reason.isEmpty() ? NOTHING_TO_SAY : noOpinion(known(reason));
  }

  /** Returns that others may decide, for a reason that is made when somebody asks for it. */
  public static Authorization noOpinion(Supplier<String> reason) {
    return new Authorization(Decision.NO_OPINION, reason, null, false);
  }

  /**
   * Returns that this library cannot tell what the authorizer would answer. It denies, so that no other authorizer is asked, but
   * it is no decision of Kubernetes: {@link #isUnsupported} tells it apart.
   *
   * @param what what is not supported, for people
   */
  public static Authorization unsupported(String what) {
    return new Authorization(Decision.DENY, SILENT, what, true);
  }

  /** Returns this answer so that its reason may fail: then it says what went wrong. */
  Authorization withGuardedReason() {
    return reason == SILENT
        ? this
        : new Authorization(decision, new GuardedReason(reason), error, unsupported);
  }

  /** Returns this answer with what went wrong on the way. */
  public Authorization withError(String message) {
    return new Authorization(decision, reason, message, unsupported);
  }

  /** Returns what is decided. */
  public Decision decision() {
    return decision;
  }

  /** Returns upstream's words for why, or the empty text. */
  public String reason() {
    return reason.get();
  }

  /** Returns what went wrong on the way, if anything did; an allowed request is allowed nevertheless. */
  public Optional<String> error() {
    return Optional.ofNullable(error);
  }

  /** Returns whether there is neither an opinion nor a reason nor an error, without making the reason. */
  boolean isSilent() {
    return decision == Decision.NO_OPINION && reason == SILENT && error == null;
  }

  /** Returns whether the request is allowed. */
  public boolean isAllowed() {
    return decision == Decision.ALLOW;
  }

  /** Returns whether the answer is none of Kubernetes, because this library cannot tell it; {@link #error} says what it lacks. */
  public boolean isUnsupported() {
    return unsupported;
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof Authorization that
            && decision == that.decision
            && unsupported == that.unsupported
            && Objects.equals(error, that.error)
            && reason().equals(that.reason()));
  }

  @Override
  public int hashCode() {
    return Objects.hash(decision, unsupported, error, reason());
  }

  /** Returns the decision, and reason and error if there are any: {@code NoOpinion: No policy matched.} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(unsupported ? "Unsupported" : decision.toString());
    String why = reason();
    if (!why.isEmpty()) {
      text.append(": ").append(why);
    }
    return error == null
        ? text.toString()
        : text.append(" (").append(error).append(')').toString();
  }
}
