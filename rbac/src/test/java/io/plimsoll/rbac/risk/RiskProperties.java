package io.plimsoll.rbac.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.risk.Goal.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Paths against a search that asks everything of everybody, and against the removal of every binding. */
class RiskProperties {

  private static final Set<Kind> COMPARED = Set.of(
      Kind.CLUSTER_ADMIN,
      Kind.NODE_TAKEOVER,
      Kind.NAMESPACE_ADMIN,
      Kind.ALL_SECRETS,
      Kind.KUBE_SYSTEM_SECRETS);

  /** Service accounts of every name, so that who there is does not depend on bindings. */
  private static final Cluster CLUSTER = Cluster.of(NaiveRisk.NAMESPACES.stream()
      .flatMap(namespace -> List.of("x", "y").stream().map(name -> account(namespace, name)))
      .toList());

  private static KubeObject account(String namespace, String name) {
    return KubeObject.of((MappingValue) Value.from(Map.of(
        "apiVersion", "v1",
        "kind", "ServiceAccount",
        "metadata", Map.of("name", name, "namespace", namespace))));
  }

  @Property(tries = 100)
  void pathsAreTheShortestThatThereAre(@ForAll("clusters") Rbac rbac) {
    RiskAnalysis analysis = RiskAnalysis.of(rbac, CLUSTER);
    NaiveRisk naive = new NaiveRisk(rbac, analysis.subjects());

    List<RiskPath> all = analysis.allPaths();
    for (Subject subject : analysis.subjects()) {
      Map<String, Integer> expected = naive.goals(subject);
      List<RiskPath> paths = all.stream()
          .filter(path ->
              path.subject().equals(subject) && COMPARED.contains(path.goal().kind()))
          .filter(path ->
              path.goal().kind() != Kind.NODE_TAKEOVER || path.goal().place().isEmpty())
          .toList();
      // Each says the same, but that one goal may be told as another that it follows from.
      expected.forEach((id, steps) -> assertThat(paths)
          .as("%s to %s in %s", subject, id, steps)
          .anyMatch(path -> path.goal().implies(Estate.goal(id)) && path.steps().size() <= steps));
      for (RiskPath path : paths) {
        for (Goal goal : parts(path.goal())) {
          assertThat(expected.entrySet())
              .as("%s %s", path, path.steps())
              .anyMatch(entry -> Estate.goal(entry.getKey()).implies(goal)
                  && entry.getValue() <= path.steps().size());
        }
      }
    }
  }

  /** What is told of all namespaces is found in each. */
  private static List<Goal> parts(Goal goal) {
    return goal.equals(Goal.of(Kind.NAMESPACE_ADMIN))
        ? NaiveRisk.NAMESPACES.stream().map(name -> new Goal(goal.kind(), name)).toList()
        : List.of(goal);
  }

  @Property(tries = 200)
  void everyStepIsAllowed(@ForAll("clusters") Rbac rbac) {
    RiskAnalysis analysis = RiskAnalysis.of(rbac, CLUSTER);

    for (RiskPath path : analysis.allPaths()) {
      Power power = new Identity(path.subject(), false);
      for (RiskStep step : path.steps()) {
        assertThat(step.from()).isEqualTo(power);
        step.uses().forEach(use -> allowed(rbac, step, use));
        power = step.to();
      }
      assertThat(power).isEqualTo(path.goal());
    }
  }

  private static void allowed(Rbac rbac, RiskStep step, Use use) {
    if (step.from() instanceof Identity identity) {
      assertThat(rbac.can(identity.subject().toUser(), use.request()).grant())
          .as("%s: %s", step, use.request())
          .isPresent()
          .contains(use.grants().get(0));
    } else if (step.from() instanceof HeldRole held && held.role().isPresent()) {
      Attributes request = use.request();
      assertThat(held.namespace()).isIn("", request.namespace());
      List<PolicyRule> rules = held.role().get().kind().equals("Role")
          ? rbac.roles().stream()
              .filter(role -> role.ref().equals(held.role().get()))
              .findFirst()
              .orElseThrow()
              .rules()
          : rbac.clusterRoles().stream()
              .filter(role -> role.ref().equals(held.role().get()))
              .findFirst()
              .orElseThrow()
              .rules();
      assertThat(rules.get(use.source().orElseThrow().index()).allows(request)).isTrue();
    }
  }

  @Property(tries = 30)
  void justTheReportedBindingsCloseAPath(@ForAll("clusters") Rbac rbac) {
    RiskAnalysis analysis = RiskAnalysis.of(rbac, CLUSTER);
    List<Binding> all = new ArrayList<>(rbac.clusterRoleBindings());
    all.addAll(rbac.roleBindings());
    List<RiskAnalysis> without = all.stream()
        .map(binding -> RiskAnalysis.of(rbac.without(List.of(binding.ref())), CLUSTER))
        .toList();

    analysis.allPaths().stream().limit(20).forEach(path -> {
      Cuts cuts = analysis.cutsOf(path);
      for (int i = 0; i < all.size(); i++) {
        boolean closed = without.get(i).pathsOf(path.subject()).stream()
            .noneMatch(other -> other.goal().implies(path.goal()));
        assertThat(cuts.bindings().contains(all.get(i)))
            .as("%s without %s", RiskText.of(path, cuts, CLUSTER), all.get(i).ref())
            .isEqualTo(closed);
        assertThat(analysis.closes(all.get(i), path)).isEqualTo(closed);
      }
      assertThat(cuts.ways())
          .allSatisfy(way -> assertThat(way.subject()).isEqualTo(path.subject()));
      assertThat(cuts.ways().stream().flatMap(way -> way.bindings().stream()).toList())
          .doesNotHaveDuplicates();
    });
  }

  @Property(tries = 50)
  void theAnswerIsTheSameAgain(@ForAll("clusters") Rbac rbac) {
    RiskAnalysis analysis = RiskAnalysis.of(rbac, CLUSTER);

    assertThat(RiskAnalysis.of(rbac, CLUSTER).allPaths()).isEqualTo(analysis.allPaths());
    for (RiskPath path : analysis.allPaths()) {
      assertThat(analysis.path(path.subject(), path.goal())).contains(path);
    }
  }

  @Provide
  Arbitrary<Rbac> clusters() {
    Arbitrary<List<ClusterRole>> clusterRoles = rules()
        .list()
        .ofSize(4)
        .map(all -> List.of(0, 1, 2, 3).stream()
            .map(i -> ClusterRole.of("r" + i, all.get(i).toArray(PolicyRule[]::new)))
            .toList());
    Arbitrary<List<Role>> roles =
        rules().map(all -> List.of(Role.of("a", "x", all.toArray(PolicyRule[]::new))));
    return Combinators.combine(
            clusterRoles, roles, bindings("ClusterRole"), bindings("ClusterRole", "Role"))
        .as((some, others, ofCluster, ofNamespaces) ->
            Rbac.of(some, others, clusterRoleBindings(ofCluster), roleBindings(ofNamespaces)));
  }

  /** A binding to be. */
  record Sketch(RoleRef role, Subject subject, String namespace) {}

  private static List<ClusterRoleBinding> clusterRoleBindings(List<Sketch> sketches) {
    List<ClusterRoleBinding> bindings = new ArrayList<>();
    sketches.forEach(sketch -> bindings.add(
        ClusterRoleBinding.of("b" + bindings.size(), sketch.role(), sketch.subject())));
    return bindings;
  }

  private static List<RoleBinding> roleBindings(List<Sketch> sketches) {
    List<RoleBinding> bindings = new ArrayList<>();
    sketches.forEach(sketch -> bindings.add(RoleBinding.of(
        sketch.namespace(), "b" + bindings.size(), sketch.role(), sketch.subject())));
    return bindings;
  }

  private static Arbitrary<List<Sketch>> bindings(String... kinds) {
    Arbitrary<RoleRef> roles = Combinators.combine(
            Arbitraries.of(kinds), Arbitraries.of("r0", "r1", "r2", "r3", "x", "y"))
        .as((kind, name) -> kind.equals("Role") ? RoleRef.role(name) : RoleRef.clusterRole(name));
    Arbitrary<Subject> subjects = Arbitraries.of(
        Subject.serviceAccount("a", "x"),
        Subject.serviceAccount("a", "y"),
        Subject.serviceAccount("b", "x"),
        Subject.serviceAccount("kube-system", "y"),
        Subject.user("u"),
        Subject.group("g"),
        Subject.group("system:authenticated"),
        Subject.group("system:unauthenticated"),
        Subject.group("system:serviceaccounts:a"));
    return Combinators.combine(roles, subjects, Arbitraries.of("a", "b", "kube-system"))
        .as(Sketch::new)
        .list()
        .ofMaxSize(5);
  }

  private static Arbitrary<List<PolicyRule>> rules() {
    Arbitrary<PolicyRule> rule = Combinators.combine(
            Arbitraries.of(
                "get", "list", "create", "patch", "update", "impersonate", "bind", "escalate", "*"),
            Arbitraries.of("create", "get", "bind", "escalate", "impersonate"),
            Arbitraries.of(
                "/pods",
                "/pods/exec",
                "apps/deployments",
                "/secrets",
                "/serviceaccounts/token",
                "/serviceaccounts",
                "/users",
                "/groups",
                "/nodes/proxy",
                "/*",
                "rbac.authorization.k8s.io/roles",
                "rbac.authorization.k8s.io/clusterroles",
                "rbac.authorization.k8s.io/rolebindings",
                "rbac.authorization.k8s.io/clusterrolebindings",
                "rbac.authorization.k8s.io/*"),
            Arbitraries.of("x", "y", "r0", "r1", "u", "g").list().ofMaxSize(2),
            Arbitraries.integers().between(0, 3))
        .as((verb, other, resource, names, named) -> {
          int slash = resource.indexOf('/');
          PolicyRule all = PolicyRule.of(
              List.of(verb, other),
              List.of(resource.substring(0, slash)),
              List.of(resource.substring(slash + 1)));
          return named > 0 ? all : all.named(names.toArray(String[]::new));
        });
    List<String> every = List.of("*");
    return Combinators.combine(rule.list().ofMaxSize(4), Arbitraries.integers().between(0, 12))
        .as((rules, full) -> full == 0 ? List.of(PolicyRule.of(every, every, every)) : rules);
  }
}
