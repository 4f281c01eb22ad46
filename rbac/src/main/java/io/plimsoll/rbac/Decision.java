package io.plimsoll.rbac;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to whether a user may do something, and why.
 *
 * <p>RBAC never forbids: what is not allowed is left to the other authorizers ({@code DecisionNoOpinion}), and refused if there
 * are none. Reason and grant are made when they are asked for. Mirrors {@code RBACAuthorizer.Authorize} of {@code
 * plugin/pkg/auth/authorizer/rbac/rbac.go}.
 */
public final class Decision {

  /** Nothing allows it, and nothing that might is missing. */
  static final Decision NO_OPINION = new Decision(false, null, null, -1, List.of());

  /** The user is in the group that may do everything. */
  static final Decision MASTERS = new Decision(true, null, null, -1, List.of());

  private final boolean allowed;
  private final @Nullable Bound bound;
  private final @Nullable User user;
  private final int rule;
  private final List<Bound> broken;

  private Decision(
      boolean allowed, @Nullable Bound bound, @Nullable User user, int rule, List<Bound> broken) {
    this.allowed = allowed;
    this.bound = bound;
    this.user = user;
    this.rule = rule;
    this.broken = broken;
  }

  /** Returns the decision that a rule of a binding's role makes. */
  static Decision allowed(User user, Bound bound, int rule) {
    return new Decision(true, bound, user, rule, List.of());
  }

  /** Returns the decision where nothing allows it and bindings of the user lead nowhere. */
  static Decision noOpinion(List<Bound> broken) {
    return new Decision(false, null, null, -1, List.copyOf(broken));
  }

  /** Returns whether it is allowed. */
  public boolean isAllowed() {
    return allowed;
  }

  /** Returns whether it is allowed to the group {@code system:masters}, outside RBAC and without a reason. */
  public boolean isByMasters() {
    return allowed && bound == null;
  }

  /** Returns the binding, role and rule that decided; empty if it is not allowed, or {@linkplain #isByMasters outside RBAC}. */
  public Optional<Grant> grant() {
    if (bound == null || user == null || bound.role() == null) {
      return Optional.empty();
    }
    int subject = bound.binding().subjectFor(user).orElseThrow();
    return Optional.of(bound.role().grant(bound.binding(), subject, rule));
  }

  /** Returns whether there are {@link #errors}, without making them. */
  boolean hasErrors() {
    return !broken.isEmpty();
  }

  /** Returns what kept bindings of the user from being considered, such as roles that do not exist; empty if it is allowed. */
  public List<String> errors() {
    return broken.stream().map(Bound::error).toList();
  }

  /**
   * Returns the reason in upstream's words: {@code RBAC: allowed by ClusterRoleBinding "view" of ClusterRole "view" to Group
   * "devs"}; of a refusal, the errors, or nothing.
   */
  public String reason() {
    return grant()
        .map(grant -> "RBAC: allowed by " + grant)
        .orElseGet(() -> broken.isEmpty() ? "" : "RBAC: " + GoText.aggregate(errors()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Decision that
        && allowed == that.allowed
        && grant().equals(that.grant())
        && errors().equals(that.errors());
  }

  @Override
  public int hashCode() {
    return Objects.hash(allowed, grant(), errors());
  }

  /** Returns {@code allowed} or {@code no opinion}, and the reason if there is one. */
  @Override
  public String toString() {
    String reason = reason();
    return (allowed ? "allowed" : "no opinion") + (reason.isEmpty() ? "" : ": " + reason);
  }
}
