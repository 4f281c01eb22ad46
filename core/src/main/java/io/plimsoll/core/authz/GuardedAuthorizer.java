package io.plimsoll.core.authz;

import io.plimsoll.core.backend.BackendCall;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;

/**
 * An authorizer that may fail: then it has no opinion, and what went wrong is an error.
 *
 * @param own the authorizer
 */
record GuardedAuthorizer(Authorizer own) implements Authorizer {

  @Override
  public Authorization authorize(Cluster cluster, User user, Attributes attributes) {
    Authorization answer = BackendCall.ask(
        () -> own.authorize(cluster, user, attributes),
        error -> Authorization.noOpinion("").withError(error));
    return answer.withGuardedReason();
  }
}
