package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an API server brings along. */
class BootstrapPolicyTest {

  private static final Rbac RBAC = Rbac.of(BootstrapPolicy.addTo(Cluster.empty()));

  @Test
  void mastersAreClusterAdmins() {
    User root = User.of("root", User.MASTERS);

    assertThat(RBAC.can(root, Attributes.ofResource("*", "*", "*")).reason())
        .isEqualTo("RBAC: allowed by ClusterRoleBinding \"cluster-admin\" of ClusterRole"
            + " \"cluster-admin\" to Group \"system:masters\"");
    assertThat(RBAC.can(root, Attributes.ofPath("post", "/anything")).isAllowed())
        .isTrue();
  }

  @Test
  void everybodyMayAskForTheVersionAndOnlyAuthenticatedUsersForTheApi() {
    assertThat(RBAC.can(User.ANONYMOUS, Attributes.ofPath("get", "/version")).isAllowed())
        .isTrue();
    assertThat(RBAC.can(User.ANONYMOUS, Attributes.ofPath("get", "/api/v1")).isAllowed())
        .isFalse();
    assertThat(RBAC.can(User.of("alice"), Attributes.ofPath("get", "/api/v1")).isAllowed())
        .isTrue();
  }

  @Test
  void aggregatedRolesHaveTheirRules() {
    ClusterRole admin = clusterRole("admin");
    ClusterRole edit = clusterRole("edit");
    ClusterRole view = clusterRole("view");

    assertThat(view.rules()).isNotEmpty();
    assertThat(PolicyRules.covers(edit.rules(), view.rules()).isCovered()).isTrue();
    assertThat(PolicyRules.covers(admin.rules(), edit.rules()).isCovered()).isTrue();
    assertThat(PolicyRules.covers(view.rules(), edit.rules()).isCovered()).isFalse();
    assertThat(RBAC.problems()).isEmpty();
  }

  @Test
  void aGrantThroughAnAggregatedRoleNamesTheRoleThatHasTheRule() {
    KubeObject binding = object(Map.of(
        "apiVersion",
        "rbac.authorization.k8s.io/v1",
        "kind",
        "RoleBinding",
        "metadata",
        Map.of("name", "admins", "namespace", "shop"),
        "roleRef",
        Map.of("kind", "ClusterRole", "name", "admin"),
        "subjects",
        List.of(Map.of("kind", "User", "name", "alice"))));
    Rbac rbac = Rbac.of(BootstrapPolicy.addTo(Cluster.of(binding)));

    Grant grant = rbac.can(
            User.of("alice"), Attributes.ofResource("get", "", "pods").in("shop"))
        .grant()
        .orElseThrow();

    assertThat(grant.role().metadata().name()).isEqualTo("admin");
    assertThat(grant.source().role().name()).isEqualTo("system:aggregate-to-view");
  }

  @Test
  void theNodeRoleIsBoundToNobody() {
    User node = User.of("system:node:n1", "system:nodes");

    assertThat(RBAC.bindingsOf(node, "kube-system"))
        .extracting(binding -> binding.binding().roleRef().name())
        .doesNotContain("system:node");
    assertThat(RBAC.clusterRoleBindings())
        .filteredOn(binding -> binding.roleRef().name().equals("system:node"))
        .singleElement()
        .satisfies(binding -> assertThat(binding.subjects()).isEmpty());
  }

  @Test
  void everyBindingLeadsToARoleAndEveryObjectIsValid() {
    assertThat(RBAC.clusterRoleBindings())
        .allMatch(binding -> RBAC.roleOf(binding).isPresent());
    assertThat(RBAC.roleBindings()).allMatch(binding -> RBAC.roleOf(binding).isPresent());
    assertThat(RBAC.clusterRoles())
        .allMatch(role -> RbacValidation.validate(role).isEmpty());
    assertThat(RBAC.clusterRoleBindings())
        .allMatch(b -> RbacValidation.validate(b).isEmpty());
  }

  @Test
  void aRoleOfTheClusterTakesThePlaceOfTheDefault() {
    KubeObject view = object(Map.of(
        "apiVersion",
        "rbac.authorization.k8s.io/v1",
        "kind",
        "ClusterRole",
        "metadata",
        Map.of("name", "view")));

    Rbac rbac = Rbac.of(BootstrapPolicy.addTo(Cluster.of(view)));

    assertThat(rbac.clusterRoles().get(0).rules()).isEmpty();
    assertThat(rbac.clusterRoles()).hasSameSizeAs(RBAC.clusterRoles());
  }

  private static ClusterRole clusterRole(String name) {
    return RBAC.clusterRoles().stream()
        .filter(role -> name.equals(role.metadata().name()))
        .findFirst()
        .orElseThrow();
  }

  private static KubeObject object(Map<String, ?> plain) {
    return KubeObject.of((MappingValue) Value.from(plain));
  }
}
