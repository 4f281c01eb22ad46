package io.plimsoll.rbac.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.manifest.JsonWriter;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.risk.Goal.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is told of paths, of whom, in which order and in which words. */
class RiskAnalysisTest {

  private static final Goal CLUSTER_ADMIN = Goal.of(Kind.CLUSTER_ADMIN);

  private static final Cluster SHOP =
      Cluster.of(Manifests.read("shop.yaml", """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: deploy}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
      subjects:
        - {kind: ServiceAccount, name: ci, namespace: shop}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: jobs, namespace: shop}
      rules:
        - {apiGroups: [""], resources: [pods], verbs: [get]}
        - {apiGroups: [batch], resources: [jobs], verbs: [create]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: runner, namespace: shop}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: jobs}
      subjects:
        - {kind: ServiceAccount, name: runner}
      """).orThrow().objects());

  @Test
  void aPathIsToldWithRulesBindingsAndWhatClosesIt() {
    RiskAnalysis analysis = RiskAnalysis.of(SHOP);

    String text = analysis.topRisks().stream()
        .map(path -> RiskText.of(path, analysis.cutsOf(path), SHOP))
        .collect(Collectors.joining());

    assertThat(text).isEqualTo("""
        critical: ServiceAccount shop/ci has cluster-admin
          1. ServiceAccount shop/ci is allowed everything by one rule, and so may do everything in the cluster
               * *.*: rules[0] of ClusterRole cluster-admin, by ClusterRoleBinding deploy (shop.yaml:6:5)
          closed by the removal of ClusterRoleBinding deploy
        critical: ServiceAccount shop/runner reaches cluster-admin in 2 steps
          1. ServiceAccount shop/runner creates a workload that runs as a service account of its choice, and so is ServiceAccount shop/ci
               create jobs.batch in shop: rules[1] of Role shop/jobs (shop.yaml:13:5), by RoleBinding shop/runner (shop.yaml:20:5)
          2. ServiceAccount shop/ci is allowed everything by one rule, and so may do everything in the cluster
               * *.*: rules[0] of ClusterRole cluster-admin, by ClusterRoleBinding deploy (shop.yaml:6:5)
          closed by the removal of any of RoleBinding shop/runner, ClusterRoleBinding deploy
        """);
  }

  @Test
  void aPathIsATreeForPrograms() {
    RiskAnalysis analysis = RiskAnalysis.of(SHOP);
    RiskPath path =
        analysis.path(Subject.serviceAccount("shop", "ci"), CLUSTER_ADMIN).orElseThrow();

    String json = JsonWriter.compact(RiskTree.of(path, analysis.cutsOf(path), SHOP));

    assertThat(json)
        .startsWith(
            "{\"level\":\"critical\",\"subject\":\"ServiceAccount shop/ci\",\"goal\":"
                + "\"cluster-admin\",\"builtIn\":false,\"steps\":[{\"technique\":\"rbac/risk/everything\"")
        .contains("\"location\":{\"file\":\"shop.yaml\",\"startLine\":6,\"startColumn\":5,")
        .endsWith("\"independentWays\":1}");
  }

  @Test
  void whatAnApiServerBringsAlongIsNoRiskUnlessAskedFor() {
    RiskAnalysis analysis = RiskAnalysis.of(Cluster.empty());

    assertThat(analysis.paths()).isEmpty();
    assertThat(analysis.topRisks()).isEmpty();
    assertThat(analysis.allPaths())
        .allMatch(RiskPath::builtIn)
        .anyMatch(path -> path.subject().equals(Subject.group("system:masters")))
        .anyMatch(path -> path.subject().name().equals("clusterrole-aggregation-controller"));
  }

  @Test
  void aSubjectThatIsAddedToABuiltInBindingIsTold() {
    Cluster cluster = Cluster.of(Manifests.read("x.yaml", """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: cluster-admin}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
        subjects:
          - {apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:masters"}
          - {apiGroup: rbac.authorization.k8s.io, kind: User, name: eve}
        """).orThrow().objects());

    assertThat(RiskAnalysis.of(cluster).paths())
        .extracting(RiskPath::subject)
        .containsExactly(Subject.user("eve"));
  }

  @Test
  void whatEverybodyCanIsToldOnceAndFirst() {
    Estate estate = new Estate()
        .clusterRole("tokens", "create serviceaccounts/token boss")
        .bind(
            "tokens",
            Subject.group("system:unauthenticated"),
            Subject.group("system:authenticated"))
        .clerk("shop", "create serviceaccounts/token boss");

    List<RiskPath> top = estate.analysis().topRisks();

    assertThat(top)
        .extracting(path -> path.subject().name())
        .startsWith("system:unauthenticated", "system:authenticated")
        .doesNotContain("clerk");
    assertThat(estate.analysis().pathsOf(Estate.CLERK))
        .extracting(RiskPath::goal)
        .contains(CLUSTER_ADMIN);
  }

  @Test
  void subjectsAreThoseOfBindingsAndTheServiceAccountsThereAre() {
    assertThat(new Estate().bind("reader", Subject.user("bob")).analysis().subjects())
        .extracting(Subject::toString)
        .contains(
            "User bob",
            "Group admins",
            "ServiceAccount shop/boss",
            "ServiceAccount shop/default",
            "ServiceAccount safe/default",
            "ServiceAccount kube-system/default");
  }

  @Test
  void somebodyWhomNoBindingNamesHasWhatTheirGroupsHave() {
    Estate estate = new Estate()
        .clusterRole("tokens", "create serviceaccounts/token boss")
        .bind("tokens", Subject.group("system:authenticated"));

    assertThat(estate.analysis().path(Subject.user("nobody"), CLUSTER_ADMIN)).isPresent();
    assertThat(new Estate().analysis().path(Subject.user("nobody"), CLUSTER_ADMIN))
        .isEmpty();
  }

  @Test
  void aPathWithASecondWayIsClosedByNoBinding() {
    Estate estate = new Estate()
        .clerk("shop", "create serviceaccounts/token boss")
        .clerk("everywhere", "impersonate users root");
    RiskAnalysis analysis = estate.analysis();
    RiskPath path = analysis.path(Estate.CLERK, CLUSTER_ADMIN).orElseThrow();

    Cuts cuts = analysis.cutsOf(path);

    // Both ways end with the binding of everything.
    assertThat(cuts.bindings())
        .extracting(one -> one.metadata().name())
        .containsExactly("to-everything");
    assertThat(analysis.closes(path.bindings().get(0), path)).isFalse();
    Estate twice = estate.clusterRole("also", "* *.*").bind("also", Subject.user("root"));
    RiskAnalysis again = twice.analysis();
    Cuts none = again.cutsOf(again.path(Estate.CLERK, CLUSTER_ADMIN).orElseThrow());
    assertThat(none.isClosable()).isFalse();
    assertThat(none.ways()).hasSize(2);
  }

  @Test
  void aPathThroughAGrantedRoleNamesTheRulesOfThatRole() {
    Estate estate = new Estate()
        .clusterRole("tokens", "get pods; create serviceaccounts/token boss")
        .clerk(
            "shop",
            "create rolebindings.rbac.authorization.k8s.io;"
                + "bind clusterroles.rbac.authorization.k8s.io tokens");

    RiskPath path = estate.analysis().path(Estate.CLERK, CLUSTER_ADMIN).orElseThrow();

    assertThat(RiskText.of(path, Estate.CLUSTER)).isEqualTo("""
        critical: ServiceAccount shop/clerk reaches cluster-admin in 3 steps
          1. ServiceAccount shop/clerk binds a role to itself without holding it, and so holds ClusterRole tokens in shop
               create rolebindings.rbac.authorization.k8s.io in shop: rules[0] of ClusterRole clerk, by RoleBinding shop/to-clerk
               bind clusterroles.rbac.authorization.k8s.io "tokens" in shop: rules[1] of ClusterRole clerk, by RoleBinding shop/to-clerk
          2. it requests a token of a service account, and so is ServiceAccount shop/boss
               create serviceaccounts/token "boss" in shop: rules[1] of ClusterRole tokens
          3. ServiceAccount shop/boss is allowed everything by one rule, and so may do everything in the cluster
               * *.*: rules[0] of ClusterRole everything, by ClusterRoleBinding to-everything
        """);
  }

  @Test
  void oddManifestsAreNoProblem() {
    List<String> all = List.of("*");
    PolicyRule empty = new PolicyRule(List.of(), List.of(), List.of(), List.of(), List.of());
    PolicyRule named = PolicyRule.of(all, all, all).named("*", "");
    Rbac rbac = Rbac.of(
        List.of(ClusterRole.of("odd", empty, named), ClusterRole.of("", empty)),
        List.of(),
        List.of(
            ClusterRoleBinding.of("a", RoleRef.clusterRole("gone"), Subject.user("eve")),
            ClusterRoleBinding.of("a", RoleRef.role("odd"), Subject.user("eve")),
            ClusterRoleBinding.of("b", new RoleRef("", "Thing", "odd"), Subject.user("eve")),
            ClusterRoleBinding.of("c", RoleRef.clusterRole("odd"))),
        List.of(RoleBinding.of(
            "ä:/%",
            "c",
            RoleRef.clusterRole("odd"),
            Subject.user(""),
            Subject.group(""),
            new Subject("Robot", "", "r2", ""),
            Subject.serviceAccount("", "ä:/%"))));

    RiskAnalysis analysis = RiskAnalysis.of(rbac, Cluster.empty());

    assertThat(analysis.allPaths()).allSatisfy(path -> analysis.cutsOf(path));
    assertThat(analysis.path(Subject.user("eve"), CLUSTER_ADMIN)).isEmpty();
  }

  @Test
  void whoeverCanBecomeEachOtherGoesRoundInNoCircle() {
    Estate estate = new Estate();
    for (String name : new String[] {"a", "b", "c"}) {
      estate
          .clusterRole(name, "create serviceaccounts/token a,b,c")
          .bindIn("ring", RoleRef.clusterRole(name), Subject.serviceAccount("ring", name));
    }

    assertThat(estate.analysis().pathsOf(Subject.serviceAccount("ring", "a"))).isEmpty();
  }

  /** Not a measurement: it takes about a second. */
  @Test
  @Timeout(120)
  void tenThousandBindingsOfThreeThousandServiceAccountsTakeSeconds() {
    List<ClusterRole> roles = new ArrayList<>();
    String[] resources = {"pods", "secrets", "services", "serviceaccounts/token", "endpoints"};
    for (int i = 0; i < 100; i++) {
      roles.add(ClusterRole.of(
          "r" + i,
          Estate.rules("get,update configmaps; get pods; create " + resources[i % 5]
              + (i % 3 == 0 ? "" : " x"))));
    }
    roles.add(ClusterRole.of("all", Estate.rules("* *.*")));
    List<RoleBinding> bindings = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      bindings.add(RoleBinding.of(
          "n" + i % 300,
          "b" + i,
          RoleRef.clusterRole("r" + i * 7 % 100),
          account(i),
          account(i * 31 + 7)));
    }
    ClusterRoleBinding full = ClusterRoleBinding.of("all", RoleRef.clusterRole("all"), account(5));

    RiskAnalysis analysis =
        RiskAnalysis.of(Rbac.of(roles, List.of(), List.of(full), bindings), Cluster.empty());
    List<RiskPath> top = analysis.topRisks();

    assertThat(top.get(0).subject()).isEqualTo(account(5));
    assertThat(analysis.cutsOf(top.get(0)).bindings()).containsExactly(full);
  }

  private static Subject account(int number) {
    return Subject.serviceAccount("n" + number % 300, "s" + number / 300 % 10);
  }

  @Test
  void goalsAndTechniquesHaveStableNames() {
    assertThat(Arrays.stream(Technique.values()).map(Technique::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("rbac/risk/[a-z-]+"));
    assertThat(Arrays.stream(Kind.values()).map(Kind::id)).doesNotHaveDuplicates();
    assertThat(new Goal(Kind.NAMESPACE_ADMIN, "kube-system").level()).isEqualTo(RiskLevel.CRITICAL);
    assertThat(new Goal(Kind.NAMESPACE_ADMIN, "shop").level()).isEqualTo(RiskLevel.MEDIUM);
  }
}
