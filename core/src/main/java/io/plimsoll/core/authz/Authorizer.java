package io.plimsoll.core.authz;

import io.plimsoll.core.backend.BackendCall;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;

/**
 * Decides whether a user may do something. Mirrors {@code Authorizer} of {@code
 * k8s.io/apiserver/pkg/authorization/authorizer}.
 *
 * <p>An authorizer is a pure function. What it makes of the cluster belongs into a {@link
 * io.plimsoll.core.cluster.ClusterIndex}, so that it is made once.
 */
@FunctionalInterface
public interface Authorizer {

  /** Returns whether a user may do something in a cluster. */
  Authorization authorize(Cluster cluster, User user, Attributes attributes);

  /**
   * Returns an authorizer of one's own so that it may fail: where it throws an exception or answers nothing, it has no opinion, and
   * what went wrong is an error. One that can tell rules, as those of this library can, is returned as it is.
   */
  static Authorizer guarded(Authorizer own) {
    return own instanceof RuleResolver
        ? own
        : (cluster, user, attributes) -> BackendCall.ask(
            () -> own.authorize(cluster, user, attributes),
            error -> Authorization.noOpinion("").withError(error));
  }
}
