package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.request.Attributes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everybody who may do something. */
class WhoCanTest {

  private static final PolicyRule GET_PODS =
      PolicyRule.of(List.of("get"), List.of(""), List.of("pods"));
  private static final Attributes PODS =
      Attributes.ofResource("get", "", "pods").in("shop");
  private static final Subject MASTERS = Subject.group("system:masters");

  private final Rbac rbac = new Policy()
      .clusterRole("pods", GET_PODS)
      .clusterRole("nothing")
      .bind("everywhere", "pods", Subject.user("alice"), Subject.group("devs"))
      .bind("useless", "nothing", Subject.user("bob"))
      .bind("broken", "gone", Subject.user("eve"))
      .bindIn(
          "shop",
          "here",
          RoleRef.clusterRole("pods"),
          Subject.serviceAccount("", "web"),
          Subject.user("alice"),
          Subject.user("alice"),
          new Subject("Robot", "", "r2", ""))
      .bindIn("shop", "again", RoleRef.clusterRole("pods"), Subject.serviceAccount("shop", "web"))
      .bindIn("prod", "there", RoleRef.clusterRole("pods"), Subject.user("carol"))
      .rbac();

  @Test
  void eachIsNamedOnceInTheOrderOfBindings() {
    assertThat(rbac.whoCan(PODS).subjects())
        .containsExactly(
            MASTERS,
            Subject.user("alice"),
            Subject.group("devs"),
            Subject.serviceAccount("shop", "web"));
  }

  @Test
  void eachHasAllBindingsThatLetThem() {
    List<Access> accesses = rbac.whoCan(PODS).accesses();

    assertThat(accesses.get(1).grants())
        .extracting(Grant::toString)
        .containsExactly(
            "ClusterRoleBinding \"everywhere\" of ClusterRole \"pods\" to User \"alice\"",
            "RoleBinding \"here/shop\" of ClusterRole \"pods\" to User \"alice\"");
    assertThat(accesses.get(3).grants())
        .extracting(grant -> grant.binding().metadata().name())
        .containsExactly("here", "again");
  }

  @Test
  void mastersAreMarkedAndNeedNoBinding() {
    Access masters = rbac.whoCan(PODS).accesses().get(0);

    assertThat(masters.byMasters()).isTrue();
    assertThat(masters.grants()).isEmpty();
    assertThat(rbac.whoCan(PODS).accesses()).filteredOn(Access::byMasters).hasSize(1);
  }

  @Test
  void bindingsOfMastersAreTheirGrants() {
    Access masters = new Policy()
        .clusterRole("pods", GET_PODS)
        .bind("admins", "pods", MASTERS)
        .rbac()
        .whoCan(PODS)
        .accesses()
        .get(0);

    assertThat(masters.byMasters()).isTrue();
    assertThat(masters.grants()).hasSize(1);
  }

  @Test
  void onlyTheNamespaceAskedForCounts() {
    assertThat(rbac.whoCan(PODS.in("")).subjects())
        .containsExactly(MASTERS, Subject.user("alice"), Subject.group("devs"));
    assertThat(rbac.whoCan(PODS.in("prod")).subjects()).contains(Subject.user("carol"));
  }

  @Test
  void aServiceAccountAndTheUserOfItsNameAreOne() {
    WhoCan whoCan = new Policy()
        .clusterRole("pods", GET_PODS)
        .bind("a", "pods", Subject.user("system:serviceaccount:shop:web"))
        .bindIn("shop", "b", RoleRef.clusterRole("pods"), Subject.serviceAccount("", "web"))
        .rbac()
        .whoCan(PODS);

    assertThat(whoCan.accesses()).hasSize(2);
    assertThat(whoCan.accesses().get(1).grants()).hasSize(2);
  }

  @Test
  void rolesThatDoNotExistAreErrors() {
    assertThat(rbac.whoCan(PODS).errors())
        .containsExactly("clusterrole.rbac.authorization.k8s.io \"gone\" not found");
  }

  @Test
  void upstreamsAnswerHasSubjectsAsTheyAreWritten() {
    AllowedSubjects allowed = rbac.allowedSubjects(PODS);

    assertThat(allowed.subjects())
        .containsExactly(
            MASTERS,
            Subject.user("alice"),
            Subject.group("devs"),
            Subject.serviceAccount("", "web"),
            Subject.user("alice"),
            Subject.user("alice"),
            new Subject("Robot", "", "r2", ""),
            Subject.serviceAccount("shop", "web"));
    assertThat(allowed.error())
        .isEqualTo("clusterrole.rbac.authorization.k8s.io \"gone\" not found");
  }
}
