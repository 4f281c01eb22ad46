package io.plimsoll.rbac.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.RuleSet;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.compare.Cause.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AccessDiffTest {

  private static final Subject ALICE = Subject.user("alice");
  private static final Subject WEB = Subject.serviceAccount("shop", "web");

  private static PolicyRule rule(String verbs, String... resources) {
    return PolicyRule.of(List.of(verbs.split(",")), List.of(""), List.of(resources));
  }

  private static ClusterRole role(String name, PolicyRule... rules) {
    return ClusterRole.of(name, rules);
  }

  private static ClusterRoleBinding everywhere(String role, Subject... subjects) {
    return ClusterRoleBinding.of("to-" + role, RoleRef.clusterRole(role), subjects);
  }

  private static RoleBinding in(String namespace, String role, Subject... subjects) {
    return RoleBinding.of(namespace, "to-" + role, RoleRef.clusterRole(role), subjects);
  }

  private static Rbac rbac(List<? extends RuleSet> roles, Binding... bindings) {
    List<ClusterRoleBinding> ofCluster = new ArrayList<>();
    List<RoleBinding> ofNamespaces = new ArrayList<>();
    for (Binding binding : bindings) {
      if (binding instanceof RoleBinding one) {
        ofNamespaces.add(one);
      } else {
        ofCluster.add((ClusterRoleBinding) binding);
      }
    }
    return Rbac.of(
        roles.stream()
            .filter(ClusterRole.class::isInstance)
            .map(ClusterRole.class::cast)
            .toList(),
        roles.stream().filter(Role.class::isInstance).map(Role.class::cast).toList(),
        ofCluster,
        ofNamespaces);
  }

  private static Rbac nothing() {
    return rbac(List.of());
  }

  private static void same(Rbac before, Rbac after) {
    assertThat(AccessDiff.between(before, after).text()).isEmpty();
    assertThat(AccessDiff.between(after, before).text()).isEmpty();
  }

  @Test
  void equalClustersDoNotDiffer() {
    Rbac rbac = rbac(List.of(role("view", rule("get", "pods"))), everywhere("view", ALICE));

    assertThat(AccessDiff.between(rbac, rbac).isEmpty()).isTrue();
  }

  @Test
  void renamedRoleIsNoChange() {
    same(
        rbac(List.of(role("view", rule("get,list", "pods"))), everywhere("view", ALICE)),
        rbac(
            List.of(Role.of("shop", "x"), role("reader", rule("list,get", "pods"))),
            everywhere("reader", ALICE)));
  }

  @Test
  void splitAndMergedRolesAreNoChange() {
    same(
        rbac(List.of(role("view", rule("get,list", "pods", "services"))), in("shop", "view", WEB)),
        rbac(
            List.of(
                role("pods", rule("list", "pods"), rule("get", "pods")),
                role("services", rule("get,list", "services"))),
            in("shop", "pods", Subject.serviceAccount("", "web")),
            in("shop", "services", Subject.user("system:serviceaccount:shop:web"))));
  }

  @Test
  void whatGroupsOfAServiceAccountHaveIsNoChangeForIt() {
    List<ClusterRole> roles = List.of(role("view", rule("get", "pods")));
    Rbac before = rbac(roles, in("shop", "view", WEB));
    Rbac after = rbac(roles, in("shop", "view", Subject.group("system:serviceaccounts:shop")));

    AccessDiff diff = AccessDiff.between(before, after);

    assertThat(diff.of(WEB)).isEmpty();
    assertThat(diff.subjects())
        .extracting(SubjectDiff::subject)
        .containsExactly(Subject.group("system:serviceaccounts:shop"));
  }

  @Test
  void goingToEverythingGainsTheRest() {
    Rbac before = rbac(List.of(role("r", rule("get,list", "pods"))), everywhere("r", ALICE));
    Rbac after = rbac(List.of(role("r", rule("*", "pods"))), everywhere("r", ALICE));

    assertThat(AccessDiff.between(before, after).text()).isEqualTo("""
            User alice
              + * pods, other than get, list pods (ClusterRoleBinding to-r of ClusterRole r, elsewhere the role has other rules)
            """);
    assertThat(AccessDiff.between(after, before).of(ALICE).orElseThrow().lost())
        .extracting(AccessChange::rule)
        .containsExactly(rule("*", "pods"));
  }

  @Test
  void goingEverywhereGainsTheOtherNamespaces() {
    List<ClusterRole> roles = List.of(role("r", rule("get", "pods")));

    AccessDiff diff = AccessDiff.between(
        rbac(roles, in("shop", "r", ALICE)),
        rbac(roles, in("shop", "r", ALICE), everywhere("r", ALICE)));

    AccessChange gained = diff.of(ALICE).orElseThrow().gained().get(0);
    assertThat(gained.namespace()).isEmpty();
    assertThat(gained.kept()).containsExactly(new AccessChange.Kept("shop", rule("get", "pods")));
    assertThat(gained.causes().get(0).difference()).isEqualTo(Difference.NO_BINDING);
    assertThat(diff.of(ALICE).orElseThrow().lost()).isEmpty();
  }

  @Test
  void namespaceGrantThatBecomesClusterWideIsNotLost() {
    List<ClusterRole> roles = List.of(role("r", rule("get", "pods")));

    AccessDiff diff = AccessDiff.between(
        rbac(roles, everywhere("r", ALICE)), rbac(roles, in("shop", "r", ALICE)));

    assertThat(diff.text()).isEqualTo("""
            User alice
              - get pods, other than get pods in shop (ClusterRoleBinding to-r of ClusterRole r, elsewhere no such binding)
            """);
  }

  @Test
  void causesSayHowTheOtherClusterDiffers() {
    PolicyRule get = rule("get", "pods");
    Rbac after = rbac(List.of(role("r", get)), in("shop", "r", ALICE));

    assertThat(cause(nothing(), after)).isEqualTo(Difference.NO_BINDING);
    assertThat(cause(rbac(List.of(role("r", get)), in("shop", "r", WEB)), after))
        .isEqualTo(Difference.NO_SUBJECT);
    assertThat(cause(rbac(List.of(), in("shop", "r", ALICE)), after)).isEqualTo(Difference.NO_ROLE);
    assertThat(cause(rbac(List.of(role("r")), in("shop", "r", ALICE)), after))
        .isEqualTo(Difference.OTHER_RULES);
    assertThat(cause(
            rbac(List.of(), RoleBinding.of("shop", "to-r", RoleRef.role("other"), ALICE)), after))
        .isEqualTo(Difference.OTHER_ROLE);
  }

  private static Difference cause(Rbac before, Rbac after) {
    return AccessDiff.between(before, after)
        .of(ALICE)
        .orElseThrow()
        .gained()
        .get(0)
        .causes()
        .get(0)
        .difference();
  }

  @Test
  void narrowerRulesBesideBroaderOnesAreNotTold() {
    Rbac after = rbac(
        List.of(role("r", rule("*", "pods"), rule("get", "pods")), role("n", rule("get", "pods"))),
        everywhere("r", ALICE),
        in("shop", "n", ALICE));

    assertThat(AccessDiff.between(nothing(), after).of(ALICE).orElseThrow().gained())
        .extracting(AccessChange::rule)
        .containsExactly(rule("*", "pods"));
  }

  @Test
  void namesSubresourcesAndUrlsAreCompared() {
    Rbac before = rbac(
        List.of(role(
            "r",
            rule("get", "secrets").named("a"),
            rule("update", "*/scale"),
            PolicyRule.ofUrls(List.of("get"), List.of("/api/**")))),
        everywhere("r", ALICE));
    Rbac after = rbac(
        List.of(role(
            "r",
            rule("get", "secrets").named("a", "b"),
            rule("update", "deployments/scale"),
            PolicyRule.ofUrls(List.of("get"), List.of("/api/*", "/api/v1", "/apis")))),
        everywhere("r", ALICE));

    SubjectDiff diff = AccessDiff.between(before, after).of(ALICE).orElseThrow();

    assertThat(diff.gained())
        .extracting(AccessChange::rule)
        .containsExactly(
            rule("get", "secrets").named("b"), PolicyRule.ofUrls(List.of("get"), List.of("/apis")));
    assertThat(diff.lost())
        .extracting(AccessChange::rule)
        .containsExactly(rule("update", "*/scale"));
    assertThat(diff.lost().get(0).kept())
        .containsExactly(new AccessChange.Kept("", rule("update", "deployments/scale")));
  }

  @Test
  void urlsOfRoleBindingsHaveNoEffect() {
    Rbac after = rbac(
        List.of(role("r", PolicyRule.ofUrls(List.of("get"), List.of("/metrics")))),
        in("shop", "r", ALICE));

    same(nothing(), after);
  }

  @Test
  void nobodyGainsByOddBindings() {
    Rbac odd = rbac(
        List.of(
            role("r", rule("*", "*")),
            role("none", PolicyRule.of(List.of(), List.of(), List.of()))),
        everywhere("r", new Subject("Robot", "", "x", ""), Subject.serviceAccount("", "lost")),
        everywhere("none", ALICE),
        everywhere("gone", ALICE),
        ClusterRoleBinding.of("", new RoleRef("", "", ""), new Subject("", "", "", "")));

    same(nothing(), odd);
  }

  @Test
  void hugeRuleIsComparedAsAWhole() {
    List<String> many = IntStream.range(0, 1_000).mapToObj(i -> "x" + i).toList();
    PolicyRule huge = PolicyRule.of(many, many, many);
    PolicyRule part = PolicyRule.of(many.subList(0, 3), many.subList(0, 2), many.subList(0, 1));
    Rbac withHuge = rbac(List.of(role("r", huge)), everywhere("r", ALICE));
    Rbac withPart = rbac(List.of(role("r", part)), everywhere("r", ALICE));
    Rbac withAll = rbac(
        List.of(role("r", PolicyRule.of(List.of("*"), List.of("*"), List.of("*")))),
        everywhere("r", ALICE));

    SubjectDiff diff = AccessDiff.between(withPart, withHuge).of(ALICE).orElseThrow();

    assertThat(diff.gained()).extracting(AccessChange::rule).containsExactly(huge);
    assertThat(diff.lost()).isEmpty();
    assertThat(AccessDiff.between(withAll, withHuge).of(ALICE).orElseThrow().gained())
        .isEmpty();
  }

  @Test
  @Timeout(20)
  void thousandsOfSubjectsOfOneBindingCostOneComparison() {
    Subject[] users =
        IntStream.range(0, 5_000).mapToObj(i -> Subject.user("u" + i)).toArray(Subject[]::new);
    List<String> resources = IntStream.range(0, 2_000).mapToObj(i -> "r" + i).toList();
    Rbac before = rbac(
        List.of(role("r", PolicyRule.of(List.of("get"), List.of(""), resources))),
        everywhere("r", users));
    Rbac after = rbac(
        List.of(role("r", PolicyRule.of(List.of("get", "list"), List.of(""), resources))),
        everywhere("r", users));

    AccessDiff diff = AccessDiff.between(before, after);

    assertThat(diff.subjects()).hasSize(5_000);
    assertThat(diff.subjects().get(0).gained()).hasSize(2_000);
  }
}
