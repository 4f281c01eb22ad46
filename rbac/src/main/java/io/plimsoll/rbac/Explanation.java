package io.plimsoll.rbac;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.List;

/**
 * Why a user may do something, or what comes nearest to allowing it.
 *
 * @param user who asked
 * @param request what was asked
 * @param decision the answer of RBAC
 * @param grants every rule that allows it, in the order in which they are visited; empty if none does
 * @param nearMisses what comes nearest where it is not allowed: what looks misspelled first, then by aspect, a few of each; empty
 *     if it is allowed
 */
public record Explanation(
    User user,
    Attributes request,
    Decision decision,
    List<Grant> grants,
    List<NearMiss> nearMisses) {

  public Explanation {
    grants = List.copyOf(grants);
    nearMisses = List.copyOf(nearMisses);
  }

  /** Returns whether the API server lets the user do it whatever RBAC says, as one of {@code system:masters}. */
  public boolean isByMasters() {
    return user.isIn(User.MASTERS);
  }

  /** Returns the answer, and the rules or near misses, a line each; lines end in {@code \n}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder()
        .append(user.name())
        .append(decision.isAllowed() || isByMasters() ? " may " : " may not ")
        .append(request)
        .append('\n');
    if (isByMasters()) {
      text.append("  the group system:masters may do everything\n");
    }
    for (Grant grant : grants) {
      text.append("  ").append(grant).append(": ").append(grant.source().path());
      text.append(" of ").append(grant.source().role()).append('\n');
    }
    nearMisses.forEach(miss -> text.append("  ").append(miss).append('\n'));
    return text.toString();
  }
}
