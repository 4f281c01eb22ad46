package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decisions: which bindings count, in which order, and what is said. */
class RbacTest {

  private static final PolicyRule GET_PODS =
      PolicyRule.of(List.of("get"), List.of(""), List.of("pods"));
  private static final PolicyRule GET_SECRETS =
      PolicyRule.of(List.of("get"), List.of(""), List.of("secrets"));
  private static final Attributes PODS =
      Attributes.ofResource("get", "", "pods").in("shop");
  private static final User ALICE = User.of("alice", "devs");

  @Test
  void aClusterRoleBindingCountsEverywhere() {
    Rbac rbac = new Policy()
        .clusterRole("reader", GET_PODS)
        .bind("readers", "reader", Subject.user("alice"))
        .rbac();

    assertThat(rbac.can(ALICE, PODS).isAllowed()).isTrue();
    assertThat(rbac.can(ALICE, PODS.in("")).isAllowed()).isTrue();
    assertThat(rbac.can(ALICE, PODS).reason())
        .isEqualTo("RBAC: allowed by ClusterRoleBinding \"readers\" of ClusterRole \"reader\" to"
            + " User \"alice\"");
  }

  @Test
  void aRoleBindingCountsInItsNamespace() {
    Rbac rbac = new Policy()
        .clusterRole("reader", GET_PODS)
        .bindIn("shop", "readers", RoleRef.clusterRole("reader"), Subject.group("devs"))
        .rbac();

    assertThat(rbac.can(ALICE, PODS).reason())
        .isEqualTo("RBAC: allowed by RoleBinding \"readers/shop\" of ClusterRole \"reader\" to"
            + " Group \"devs\"");
    assertThat(rbac.can(ALICE, PODS.in("prod")).isAllowed()).isFalse();
    assertThat(rbac.can(ALICE, PODS.in("")).isAllowed()).isFalse();
  }

  @Test
  void aRoleIsThatOfTheNamespaceOfTheBinding() {
    Rbac rbac = new Policy()
        .role("shop", "reader", GET_PODS)
        .role("prod", "reader", GET_SECRETS)
        .bindIn("shop", "readers", RoleRef.role("reader"), Subject.serviceAccount("", "web"))
        .rbac();
    User web = User.serviceAccount("shop", "web");

    assertThat(rbac.can(web, PODS).reason())
        .isEqualTo("RBAC: allowed by RoleBinding \"readers/shop\" of Role \"reader\" to"
            + " ServiceAccount \"web/shop\"");
    assertThat(rbac.can(web, Attributes.ofResource("get", "", "secrets").in("shop"))
            .isAllowed())
        .isFalse();
  }

  @Test
  void theFirstBindingInOrderDecidesAndItsFirstSubject() {
    Rbac rbac = new Policy()
        .clusterRole("secrets", GET_SECRETS)
        .clusterRole("pods", GET_SECRETS, GET_PODS, GET_PODS)
        .bindIn("shop", "own", RoleRef.clusterRole("pods"), Subject.user("alice"))
        .bind("useless", "secrets", Subject.user("alice"))
        .bind("first", "pods", Subject.user("bob"), Subject.group("devs"), Subject.user("alice"))
        .bind("second", "pods", Subject.user("alice"))
        .rbac();

    Grant grant = rbac.can(ALICE, PODS).grant().orElseThrow();

    assertThat(grant.binding().metadata().name()).isEqualTo("first");
    assertThat(grant.subject()).isEqualTo(Subject.group("devs"));
    assertThat(grant.subjectPath()).isEqualTo(FieldPath.parse("subjects[1]"));
    assertThat(grant.role().ref()).isEqualTo(ClusterRole.KIND.ref("", "pods"));
    assertThat(grant.ruleIndex()).isEqualTo(1);
    assertThat(grant.rule()).isEqualTo(GET_PODS);
    assertThat(grant.source().path()).isEqualTo(FieldPath.parse("rules[1]"));
  }

  @Test
  void aDenialHasNoReason() {
    Decision decision = new Policy().rbac().can(ALICE, PODS);

    assertThat(decision.isAllowed()).isFalse();
    assertThat(decision.reason()).isEmpty();
    assertThat(decision.grant()).isEmpty();
    assertThat(decision).hasToString("no opinion");
  }

  @Test
  void rolesThatDoNotExistAreTheReasonOfADenial() {
    Rbac rbac = new Policy()
        .bind("one", "missing", Subject.user("alice"))
        .bindIn("shop", "two", RoleRef.role("gone"), Subject.user("alice"))
        .rbac();

    assertThat(rbac.can(ALICE, PODS).reason())
        .isEqualTo("RBAC: [clusterrole.rbac.authorization.k8s.io \"missing\" not found,"
            + " role.rbac.authorization.k8s.io \"gone\" not found]");
    assertThat(rbac.can(ALICE, PODS.in("")).reason())
        .isEqualTo("RBAC: clusterrole.rbac.authorization.k8s.io \"missing\" not found");
  }

  @Test
  void anErrorIsSaidOnce() {
    Rbac rbac = new Policy()
        .bind("one", "missing", Subject.user("alice"))
        .bind("two", "missing", Subject.group("devs"))
        .rbac();

    assertThat(rbac.can(ALICE, PODS).reason())
        .isEqualTo("RBAC: clusterrole.rbac.authorization.k8s.io \"missing\" not found");
    assertThat(rbac.can(ALICE, PODS).errors()).hasSize(2);
  }

  @Test
  void errorsOfOthersAreNeverSeenNorThoseBesideAnAllowance() {
    Rbac rbac = new Policy()
        .clusterRole("reader", GET_PODS)
        .bind("one", "missing", Subject.user("alice"))
        .bind("two", "reader", Subject.user("alice"))
        .rbac();

    assertThat(rbac.can(User.of("bob"), PODS).reason()).isEmpty();
    assertThat(rbac.can(ALICE, PODS).errors()).isEmpty();
    assertThat(rbac.can(ALICE, PODS).isAllowed()).isTrue();
  }

  @Test
  void aClusterRoleBindingNeverFindsARole() {
    Rbac rbac = new Policy()
        .role("shop", "reader", GET_PODS)
        .role("", "reader", GET_PODS)
        .bindTo("readers", RoleRef.role("reader"), Subject.user("alice"))
        .rbac();

    assertThat(rbac.can(ALICE, PODS).reason())
        .isEqualTo("RBAC: role.rbac.authorization.k8s.io \"reader\" not found");
  }

  @Test
  void aReferenceToAnotherKindIsAnError() {
    Rbac rbac = new Policy()
        .clusterRole("reader", GET_PODS)
        .bindTo("readers", new RoleRef("", "Clusterrole", "reader"), Subject.user("alice"))
        .rbac();

    assertThat(rbac.can(ALICE, PODS).reason())
        .isEqualTo("RBAC: unsupported role reference kind: \"Clusterrole\"");
  }

  @Test
  void theGroupOfTheReferenceDoesNotMatter() {
    Rbac rbac = new Policy()
        .clusterRole("reader", GET_PODS)
        .bindTo("readers", new RoleRef("wrong", "ClusterRole", "reader"), Subject.user("alice"))
        .rbac();

    assertThat(rbac.can(ALICE, PODS).isAllowed()).isTrue();
  }

  @Test
  void onlyClusterRoleBindingsGrantUrls() {
    PolicyRule logs = PolicyRule.ofUrls(List.of("get"), List.of("/logs/*"));
    Attributes request = Attributes.ofPath("get", "/logs/x");
    Policy inNamespace = new Policy()
        .clusterRole("logs", logs)
        .bindIn("shop", "logs", RoleRef.clusterRole("logs"), Subject.user("alice"));
    Policy inCluster =
        new Policy().clusterRole("logs", logs).bind("logs", "logs", Subject.user("alice"));

    assertThat(inNamespace.rbac().can(ALICE, request).isAllowed()).isFalse();
    assertThat(inCluster.rbac().can(ALICE, request).isAllowed()).isTrue();
  }

  @Test
  void mastersAreNothingToRbacAndEverythingToTheApiServer() {
    Rbac rbac = new Policy().rbac();
    User root = User.of("root", User.MASTERS);

    assertThat(rbac.can(root, PODS).isAllowed()).isFalse();
    assertThat(rbac.canWithMasters(root, PODS).isAllowed()).isTrue();
    assertThat(rbac.canWithMasters(root, PODS).isByMasters()).isTrue();
    assertThat(rbac.canWithMasters(root, PODS).reason()).isEmpty();
    assertThat(rbac.canWithMasters(ALICE, PODS)).isEqualTo(rbac.can(ALICE, PODS));
  }

  @Test
  void oddNamesAreQuotedAsGoDoes() {
    String name = "a:b/c%d\"é\n";
    Rbac rbac = new Policy()
        .clusterRole(name, GET_PODS)
        .bind(name, name, Subject.user(name))
        .rbac();

    assertThat(rbac.can(User.of(name), PODS).reason())
        .isEqualTo("RBAC: allowed by ClusterRoleBinding \"a:b/c%d\\\"é\\n\" of ClusterRole"
            + " \"a:b/c%d\\\"é\\n\" to User \"a:b/c%d\\\"é\\n\"");
  }

  @Test
  void tenThousandRulesAnswerWithTheFirstThatAllows() {
    List<PolicyRule> rules =
        new ArrayList<>(Collections.nCopies(10_000, PolicyRule.ofUrls(List.of(), List.of())));
    rules.set(9_000, GET_PODS);
    rules.set(9_500, PolicyRule.of(List.of("*"), List.of("*"), List.of("*")));
    Rbac rbac = new Policy()
        .clusterRole("large", rules.toArray(PolicyRule[]::new))
        .bind("large", "large", Subject.user("alice"))
        .rbac();

    assertThat(rbac.can(ALICE, PODS).grant().orElseThrow().ruleIndex()).isEqualTo(9_000);
    assertThat(rbac.can(ALICE, PODS.subresource("log")).grant().orElseThrow().ruleIndex())
        .isEqualTo(9_500);
  }

  @Test
  void bindingsOfAUserComeInOrderWithTheirRoles() {
    Rbac rbac = new Policy()
        .clusterRole("reader", GET_PODS)
        .bindIn("shop", "own", RoleRef.role("gone"), Subject.user("alice"))
        .bind("b", "reader", Subject.user("bob"))
        .bind("a", "reader", Subject.user("bob"), Subject.group("devs"))
        .rbac();

    List<AppliedBinding> bindings = rbac.bindingsOf(ALICE, "shop");

    assertThat(bindings).extracting(b -> b.binding().metadata().name()).containsExactly("a", "own");
    assertThat(bindings.get(0).subject()).isEqualTo(Subject.group("devs"));
    assertThat(bindings.get(0).rules()).containsExactly(GET_PODS);
    assertThat(bindings.get(0).error()).isEmpty();
    assertThat(bindings.get(1).rules()).isEmpty();
    assertThat(bindings.get(1).error())
        .contains("role.rbac.authorization.k8s.io \"gone\" not found");
  }
}
