package io.plimsoll.core.authz;

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
   * what went wrong is an error. A {@link Union} is returned as it is: it guards its members.
   */
  static Authorizer guarded(Authorizer own) {
    if (own instanceof Union) {
      return own;
    }
    return own instanceof RuleResolver rules
        ? new GuardedResolver(new GuardedAuthorizer(own), rules)
        : new GuardedAuthorizer(own);
  }
}
