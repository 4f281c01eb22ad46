package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Optional;

/** The mode {@code AlwaysAllow}: everybody may do everything. Mirrors {@code NewAlwaysAllowAuthorizer}. */
public record AlwaysAllow() implements Authorizer, RuleResolver {

  private static final List<String> ALL = List.of("*");

  private static final SubjectRules EVERYTHING = new SubjectRules(
      List.of(new SubjectRules.ResourceRule(ALL, ALL, ALL, List.of())),
      List.of(new SubjectRules.NonResourceRule(ALL, ALL)),
      false,
      Optional.empty());

  @Override
  public Authorization authorize(Cluster cluster, User user, Attributes attributes) {
    return Authorization.allow("");
  }

  @Override
  public SubjectRules rulesFor(Cluster cluster, User user, String namespace) {
    return EVERYTHING;
  }
}
