package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.User;

/**
 * Lists what a user may do in a namespace, as far as an authorizer can. Mirrors {@code RuleResolver} of {@code
 * k8s.io/apiserver/pkg/authorization/authorizer}.
 */
@FunctionalInterface
public interface RuleResolver {

  /** Returns the rules that hold for a user in a namespace of a cluster. */
  SubjectRules rulesFor(Cluster cluster, User user, String namespace);
}
