package io.plimsoll.rbac;

import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.authz.RuleResolver;
import io.plimsoll.core.authz.SubjectRules;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;

/**
 * The mode {@code RBAC}: roles and bindings of the cluster decide. Mirrors {@code RBACAuthorizer} of {@code
 * plugin/pkg/auth/authorizer/rbac}.
 *
 * <p>Aggregated roles have the rules that are written in them: it is a controller that collects them, not the authorizer. The roles
 * and bindings of {@link BootstrapPolicy} count if they are in the cluster.
 */
public final class RbacAuthorizer implements Authorizer, RuleResolver {

  /** The roles of a cluster as they are: a write of a binding leaves them, with all that was looked up of their rules. */
  static final ClusterIndex<RoleLookup> ROLES = ClusterIndex.of(
      cluster ->
          new RoleLookup(cluster.all(ClusterRole.KIND), cluster.all(Role.KIND), RuleSources.OWN),
      ClusterRole.KIND,
      Role.KIND);

  /** The roles and bindings of a cluster as they are, looked up once. */
  static final ClusterIndex<Rbac> INDEX = ClusterIndex.of(
      cluster -> Rbac.of(
          cluster.index(ROLES),
          cluster.all(ClusterRole.KIND),
          cluster.all(Role.KIND),
          cluster.all(ClusterRoleBinding.KIND),
          cluster.all(RoleBinding.KIND)),
      ClusterRole.KIND,
      Role.KIND,
      ClusterRoleBinding.KIND,
      RoleBinding.KIND);

  /** Makes the authorizer; the roles and bindings are in the cluster it is asked about. */
  public RbacAuthorizer() {}

  @Override
  public Authorization authorize(Cluster cluster, User user, Attributes attributes) {
    Decision decision = cluster.index(INDEX).can(user, attributes);
    if (decision.isAllowed()) {
      return Authorization.allow(decision::reason);
    }
    return decision.hasErrors()
        ? Authorization.noOpinion(decision::reason)
        : Authorization.noOpinion("");
  }

  @Override
  public SubjectRules rulesFor(Cluster cluster, User user, String namespace) {
    return cluster.index(INDEX).rulesFor(user, namespace);
  }
}
