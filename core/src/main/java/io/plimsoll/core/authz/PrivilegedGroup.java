package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;

/**
 * A group whose members may do everything, such as {@code system:masters}. It lists no rules. Mirrors {@code
 * NewPrivilegedGroups}.
 *
 * @param group the group
 */
public record PrivilegedGroup(String group) implements Authorizer, RuleResolver {

  @Override
  public Authorization authorize(Cluster cluster, User user, Attributes attributes) {
    return user.isIn(group) ? Authorization.allow("") : Authorization.noOpinion("");
  }

  @Override
  public SubjectRules rulesFor(Cluster cluster, User user, String namespace) {
    return SubjectRules.NONE;
  }
}
