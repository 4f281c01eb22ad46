package io.plimsoll.rbac.risk;

import io.plimsoll.rbac.Subject;

/**
 * Being a user, a service account or a member of a group, with all that the groups of that one allow.
 *
 * @param subject who, a service account with its namespace
 * @param impersonated whether single requests are made in the name of the subject, so that it cannot impersonate others itself
 */
public record Identity(Subject subject, boolean impersonated) implements Power {

  @Override
  public String phrase() {
    return (impersonated ? "acts as " : "is ") + this;
  }

  /** Returns the subject: {@code ServiceAccount shop/web}, {@code a member of Group devs}. */
  @Override
  public String toString() {
    return (subject.kind().equals(Subject.GROUP) ? "a member of " : "") + subject;
  }
}
