package io.plimsoll.rbac.least;

import java.util.List;

/**
 * What an event of an audit log says about access.
 *
 * @param line the line of the log, from 1
 * @param request the request; where a user acted as another, that of the other
 * @param impersonation what it took to act as another: the user's own requests to impersonate; empty if nobody was impersonated
 * @param isForbidden whether the API server refused it
 */
public record AuditEvent(
    int line, AccessRequest request, List<AccessRequest> impersonation, boolean isForbidden) {

  public AuditEvent {
    impersonation = List.copyOf(impersonation);
  }
}
