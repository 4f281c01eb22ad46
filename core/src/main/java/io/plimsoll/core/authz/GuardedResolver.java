package io.plimsoll.core.authz;

import io.plimsoll.core.backend.BackendCall;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Optional;

/**
 * An authorizer that can tell rules and may fail: then it knows none, and what went wrong is an error.
 *
 * @param authorizer what decides
 * @param rules what tells the rules
 */
record GuardedResolver(Authorizer authorizer, RuleResolver rules)
    implements Authorizer, RuleResolver {

  @Override
  public Authorization authorize(Cluster cluster, User user, Attributes attributes) {
    return authorizer.authorize(cluster, user, attributes);
  }

  @Override
  public SubjectRules rulesFor(Cluster cluster, User user, String namespace) {
    return BackendCall.ask(
        () -> rules.rulesFor(cluster, user, namespace),
        error -> new SubjectRules(List.of(), List.of(), true, Optional.of(error)));
  }
}
