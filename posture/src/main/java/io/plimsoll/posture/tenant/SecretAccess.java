package io.plimsoll.posture.tenant;

import io.plimsoll.rbac.Subject;
import java.util.List;

/**
 * A way to secrets that a binding opens to a subject.
 *
 * @param way the way
 * @param resourceNames the only names of objects it is about, where the role says some; empty for all
 * @param grant the binding and the subject
 * @param rule the first rule of the role that opens the way
 */
public record SecretAccess(
    SecretWay way, List<String> resourceNames, AccessGrant grant, Placed rule) {

  public SecretAccess {
    resourceNames = List.copyOf(resourceNames);
  }

  /** Returns the subject. */
  public Subject subject() {
    return grant.subject();
  }
}
