package io.plimsoll.rbac.least;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;

/**
 * A request as an authorizer sees it: who asks for what.
 *
 * @param user who
 * @param attributes what
 */
public record AccessRequest(User user, Attributes attributes) {

  /** Returns who and what. */
  @Override
  public String toString() {
    return user + ": " + attributes;
  }
}
