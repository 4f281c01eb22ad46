package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;

/**
 * The mode {@code AlwaysDeny}: it allows nothing, and for all its name leaves the decision to others. Mirrors {@code
 * NewAlwaysDenyAuthorizer}.
 */
public record AlwaysDeny() implements Authorizer, RuleResolver {

  private static final Authorization FORBIDDEN =
      Authorization.noOpinion("Everything is forbidden.");

  @Override
  public Authorization authorize(Cluster cluster, User user, Attributes attributes) {
    return FORBIDDEN;
  }

  @Override
  public SubjectRules rulesFor(Cluster cluster, User user, String namespace) {
    return SubjectRules.NONE;
  }
}
