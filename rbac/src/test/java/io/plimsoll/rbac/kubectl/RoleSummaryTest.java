package io.plimsoll.rbac.kubectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleSummaryTest {

  private static final Subject BOT = Subject.serviceAccount("ci", "bot");

  private static PolicyRule rule(List<String> verbs, String group, String... resources) {
    return PolicyRule.of(verbs, List.of(group), List.of(resources));
  }

  private static final Rbac RBAC = Rbac.of(
      List.of(ClusterRole.of(
          "nodes",
          rule(List.of("get", "list"), "", "nodes"),
          PolicyRule.ofUrls(List.of("get"), List.of("/metrics")))),
      List.of(Role.of(
          "ci",
          "deployer",
          rule(List.of("*"), "apps", "deployments"),
          rule(List.of("get"), "", "pods"),
          rule(List.of("list", "proxy"), "", "pods"),
          rule(List.of("get"), "", "secrets").named("token", "key"))),
      List.of(ClusterRoleBinding.of("bot-nodes", RoleRef.clusterRole("nodes"), BOT)),
      List.of(
          RoleBinding.of("ci", "bot", RoleRef.role("deployer"), Subject.serviceAccount("", "bot")),
          RoleBinding.of(
              "ops", "bot", RoleRef.role("gone"), Subject.user("system:serviceaccount:ci:bot"))));

  @Test
  void theTreeHasRulesByScope() {
    assertThat(RoleSummary.of(RBAC, BOT).toTree()).hasToString("""
        {"subject":{"kind":"ServiceAccount","name":"bot","namespace":"ci"},"effective":[\
        {"rules":[\
        {"apiGroups":[""],"resources":["nodes"],"verbs":["get","list"]},\
        {"nonResourceURLs":["/metrics"],"verbs":["get"]}]},\
        {"namespace":"ci","rules":[\
        {"apiGroups":["apps"],"resources":["deployments"],"verbs":["*"]},\
        {"apiGroups":[""],"resources":["pods"],"verbs":["get","list","proxy"]},\
        {"apiGroups":[""],"resources":["secrets"],"resourceNames":["key"],"verbs":["get"]},\
        {"apiGroups":[""],"resources":["secrets"],"resourceNames":["token"],"verbs":["get"]}]},\
        {"namespace":"ops","rules":[]}]}""");
  }

  @Test
  void textIsThatOfRolesum() {
    assertThat(RoleSummary.of(RBAC, BOT).text()).isEqualTo("""
            ServiceAccount: ci/bot

            Policies:
            • [RB] ci/bot ⟶  [R] ci/deployer
              Resource              Name      Exclude   Verbs   G L W C U P D DC
              deployments.apps      [*]         [-]      [-]    ✔ ✔ ✔ ✔ ✔ ✔ ✔ ✔
              pods                  [*]         [-]    [proxy]  ✔ ✔ ✖ ✖ ✖ ✖ ✖ ✖
              secrets           [token, key]    [-]      [-]    ✔ ✖ ✖ ✖ ✖ ✖ ✖ ✖


            • [RB] ops/bot ⟶  [R] ops/gone


            • [CRB] */bot-nodes ⟶  [CR] */nodes
              Resource  Name  Exclude  Verbs  G L W C U P D DC
              /metrics  [*]     [-]     [-]   ✔ ✖ ✖ ✖ ✖ ✖ ✖ ✖
              nodes     [*]     [-]     [-]   ✔ ✔ ✖ ✖ ✖ ✖ ✖ ✖

            """);
  }

  @Test
  void effectiveRulesAreByScope() {
    RoleSummary summary = RoleSummary.of(RBAC, Subject.user("system:serviceaccount:ci:bot"));

    assertThat(summary.subject()).isEqualTo(BOT);
    assertThat(summary.effective())
        .extracting(RoleSummary.Effective::namespace)
        .containsExactly("", "ci", "ops");
    assertThat(summary.effective().get(1).rules())
        .contains(rule(List.of("get", "list", "proxy"), "", "pods"));
    assertThat(summary.effective().get(2).rules()).isEmpty();
  }

  @Test
  void roleThatDoesNotExistIsEmpty() {
    RoleSummary.BoundRole broken = RoleSummary.of(RBAC, BOT).roles().get(1);

    assertThat(broken.role()).isEmpty();
    assertThat(broken.accesses()).isEmpty();
  }

  @Test
  void bindingsOfGroupsAreNotThoseOfTheirMembers() {
    assertThat(RoleSummary.of(RBAC, Subject.group("system:serviceaccounts:ci")).roles())
        .isEmpty();
  }

  @Test
  void serviceAccountMustSayItsNamespace() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RoleSummary.of(RBAC, Subject.serviceAccount("", "bot")))
        .withMessageContaining("\"ServiceAccount bot\"");
  }
}
