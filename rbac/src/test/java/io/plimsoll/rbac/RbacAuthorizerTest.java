package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.authz.NamedAuthorizer;
import io.plimsoll.core.authz.SubjectRules;
import io.plimsoll.core.authz.Union;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RbacAuthorizerTest {

  private static final User BOB = User.of("bob");

  private static final Cluster CLUSTER =
      Cluster.of(Manifests.read("test.yaml", """
          apiVersion: rbac.authorization.k8s.io/v1
          kind: Role
          metadata: {name: pods, namespace: shop}
          rules: [{verbs: [get], apiGroups: [""], resources: [pods]}]
          ---
          apiVersion: rbac.authorization.k8s.io/v1
          kind: RoleBinding
          metadata: {name: bob, namespace: shop}
          roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: pods}
          subjects: [{kind: User, name: bob}]
          ---
          apiVersion: rbac.authorization.k8s.io/v1
          kind: RoleBinding
          metadata: {name: lost, namespace: shop}
          roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: absent}
          subjects: [{kind: User, name: bob}]
          ---
          apiVersion: rbac.authorization.k8s.io/v1
          kind: ClusterRole
          metadata: {name: sum}
          aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: "yes"}}]}
          rules: []
          ---
          apiVersion: rbac.authorization.k8s.io/v1
          kind: ClusterRole
          metadata: {name: part, labels: {part: "yes"}}
          rules: [{verbs: [list], apiGroups: [""], resources: [nodes]}]
          ---
          apiVersion: rbac.authorization.k8s.io/v1
          kind: ClusterRoleBinding
          metadata: {name: sum}
          roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: sum}
          subjects: [{kind: User, name: bob}]
          """).orThrow().objects());

  private static final KubeObject POD =
      Manifests.read("pod.yaml", """
          apiVersion: v1
          kind: Pod
          metadata: {name: web, namespace: shop}
          """).orThrow().objects().get(0);

  private final RbacAuthorizer authorizer = new RbacAuthorizer();

  @Test
  void aBindingAllows() {
    assertThat(authorizer.authorize(CLUSTER, BOB, Request.get("pods").in("shop")))
        .isEqualTo(Authorization.allow(
            "RBAC: allowed by RoleBinding \"bob/shop\" of Role \"pods\" to User \"bob\""));
  }

  @Test
  void whatIsMissingIsTheReasonNotAnError() {
    Authorization answer =
        authorizer.authorize(CLUSTER, BOB, Request.get("secrets").in("shop"));

    assertThat(answer)
        .isEqualTo(
            Authorization.noOpinion("RBAC: role.rbac.authorization.k8s.io \"absent\" not found"));
    assertThat(Union.of(List.of(new NamedAuthorizer("rbac", authorizer)))
            .authorize(CLUSTER, BOB, Request.get("secrets").in("shop"))
            .reason())
        .isEqualTo("rbac: RBAC: role.rbac.authorization.k8s.io \"absent\" not found");
    assertThat(authorizer.authorize(CLUSTER, BOB, Request.get("secrets")))
        .isEqualTo(Authorization.noOpinion(""));
  }

  @Test
  void aggregatedRolesAreTakenAsTheyAre() {
    assertThat(authorizer.authorize(CLUSTER, BOB, Request.list("nodes")).isAllowed())
        .isFalse();
  }

  @Test
  void itFollowsTheCluster() {
    Cluster without = CLUSTER.without(
        new ObjectRef("rbac.authorization.k8s.io/v1", "RoleBinding", "shop", "bob"));

    assertThat(
            authorizer.authorize(without, BOB, Request.get("pods").in("shop")).isAllowed())
        .isFalse();
    assertThat(
            authorizer.authorize(CLUSTER, BOB, Request.get("pods").in("shop")).isAllowed())
        .isTrue();
  }

  @Test
  void aWriteOfAPodLooksNothingUpAgain() {
    Rbac index = CLUSTER.index(RbacAuthorizer.INDEX);

    Cluster created = CLUSTER.with(POD);
    Cluster deleted = created.without(POD.ref());

    assertThat(created.index(RbacAuthorizer.INDEX)).isSameAs(index);
    assertThat(deleted.index(RbacAuthorizer.INDEX)).isSameAs(index);
  }

  @Test
  void aWriteOfABindingLooksUpNoRoleAgain() {
    RoleLookup roles = CLUSTER.index(RbacAuthorizer.ROLES);

    Cluster unbound = CLUSTER.without(
        new ObjectRef("rbac.authorization.k8s.io/v1", "RoleBinding", "shop", "bob"));

    assertThat(unbound.index(RbacAuthorizer.ROLES)).isSameAs(roles);
  }

  @Test
  void rulesAreListed() {
    assertThat(authorizer.rulesFor(CLUSTER, BOB, "shop"))
        .isEqualTo(new SubjectRules(
            List.of(new SubjectRules.ResourceRule(
                List.of("get"), List.of(""), List.of("pods"), List.of())),
            List.of(),
            false,
            Optional.of("role.rbac.authorization.k8s.io \"absent\" not found")));
    assertThat(authorizer.rulesFor(CLUSTER, User.of("eve"), "shop")).isEqualTo(SubjectRules.NONE);
  }
}
