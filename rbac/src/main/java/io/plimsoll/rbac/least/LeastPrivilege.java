package io.plimsoll.rbac.least;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.YamlWriter;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.manifest.RbacTrees;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fewest readable roles and bindings that allow some requests and nothing else.
 *
 * <p>What a request in a namespace needs is granted there, what others need everywhere. A grant is limited to the names that
 * requests give, but for {@code create} of a resource itself and {@code deletecollection}: requests with these verbs name nobody
 * when they are authorized. Subjects with the same needs in a namespace share a binding, and what is needed alike in several
 * namespaces is one ClusterRole. Everything is granted to users and service accounts, never to groups.
 *
 * <p>Some requests cannot be allowed alone: rules read {@code *} as everything, so whoever asked for the verb {@code *} is
 * granted all verbs. {@link #problems} has a warning {@code wildcard-request} of each, and an error {@code nameless-user} of
 * requests without a user name, which nobody can be granted.
 *
 * @param clusterRoles the ClusterRoles
 * @param roles the Roles
 * @param clusterRoleBindings the ClusterRoleBindings
 * @param roleBindings the RoleBindings
 * @param problems requests that are not, or not exactly, what the roles allow
 */
public record LeastPrivilege(
    List<ClusterRole> clusterRoles,
    List<Role> roles,
    List<ClusterRoleBinding> clusterRoleBindings,
    List<RoleBinding> roleBindings,
    List<Problem> problems) {

  public LeastPrivilege {
    clusterRoles = List.copyOf(clusterRoles);
    roles = List.copyOf(roles);
    clusterRoleBindings = List.copyOf(clusterRoleBindings);
    roleBindings = List.copyOf(roleBindings);
    problems = List.copyOf(problems);
  }

  /** Returns what requests need. */
  public static LeastPrivilege of(Collection<AccessRequest> requests) {
    return beyond(Rbac.of(List.of(), List.of(), List.of(), List.of()), requests);
  }

  /**
   * Returns what requests need besides what the cluster allows already, to {@code system:masters} outside RBAC too: the rules for
   * everybody of the {@linkplain io.plimsoll.rbac.BootstrapPolicy bootstrap policy}, for example.
   */
  public static LeastPrivilege beyond(Rbac already, Collection<AccessRequest> requests) {
    Needs needs = new Needs();
    for (AccessRequest request : requests) {
      if (!already.canWithMasters(request.user(), request.attributes()).isAllowed()) {
        needs.add(request);
      }
    }
    return new RolePlan(needs).result();
  }

  /** Returns what the roles and bindings allow. */
  public Rbac rbac() {
    return Rbac.of(clusterRoles, roles, clusterRoleBindings, roleBindings);
  }

  /** Returns the objects as manifests: each kind of role, then each kind of binding. */
  public List<MappingValue> trees() {
    return Stream.of(
            clusterRoles.stream().map(RbacTrees::of),
            roles.stream().map(RbacTrees::of),
            clusterRoleBindings.stream().map(RbacTrees::of),
            roleBindings.stream().map(RbacTrees::of))
        .flatMap(trees -> trees)
        .toList();
  }

  /** Returns the objects as one stream of YAML documents. */
  public String yaml() {
    return trees().stream().map(YamlWriter::write).collect(Collectors.joining("---\n"));
  }
}
