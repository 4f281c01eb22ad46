package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ResourceCatalog;
import io.plimsoll.rbac.lint.LintRule;
import io.plimsoll.rbac.lint.RbacLint;
import io.plimsoll.rbac.manifest.RbacTrees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** The linter on random roles and bindings, sensible and senseless ones, and against the naive evaluator. */
class LintProperties {

  private static final List<User> USERS = List.of(
      User.of("alice", "dev"), User.of("bob"), User.serviceAccount("a", "web"), User.ANONYMOUS);

  private static final List<Attributes> REQUESTS = requests();

  /** Returns requests as the API server makes them of URLs, and questions that it asks itself. */
  private static List<Attributes> requests() {
    List<Attributes> requests = new ArrayList<>();
    for (String name :
        List.of("pods", "secrets", "nodes", "deployments", "clusterroles", "roles", "namespaces")) {
      ApiResource resource = ResourceCatalog.kubernetes().byResource(name).get(0);
      List<String> namespaces = resource.namespaced() ? List.of("", "a", "b") : List.of("");
      for (String verb : resource.verbs()) {
        Attributes plain = Attributes.ofResource(verb, resource.group(), name);
        for (String namespace : namespaces) {
          requests.addAll(named(plain.in(namespace)));
        }
      }
      for (ApiResource.Subresource sub : resource.subresources()) {
        for (String verb : sub.verbs()) {
          Attributes whole = Attributes.ofResource(verb, resource.group(), name);
          String namespace = resource.namespaced() ? "a" : name.equals("namespaces") ? "x" : "";
          requests.add(whole.subresource(sub.name()).in(namespace).named("x"));
        }
      }
    }
    for (String verb : List.of("get", "update", "patch", "delete")) {
      requests.add(Attributes.ofResource(verb, "", "namespaces").in("a").named("a"));
    }
    for (String namespace : List.of("", "a")) {
      for (String resource : List.of("roles", "clusterroles")) {
        requests.add(Attributes.ofResource("bind", Role.KIND.group(), resource)
            .in(namespace)
            .named("x"));
      }
    }
    requests.add(
        Attributes.ofResource("escalate", Role.KIND.group(), "clusterroles").named("x"));
    requests.add(Attributes.ofResource("impersonate", "", "users").named("x"));
    requests.add(Attributes.ofResource("sync", "acme.io", "widgets").in("a").named("x"));
    requests.add(Attributes.ofResource("get", "acme.io", "nodes").in("a").named("x"));
    for (String path : List.of("/healthz", "/healthz/ping", "/a/b/b", "/")) {
      requests.add(Attributes.ofPath("get", path));
      requests.add(Attributes.ofPath("post", path));
    }
    return requests;
  }

  /** Returns a request with the names it may have: a list may select one, and what is put may be created. */
  private static List<Attributes> named(Attributes request) {
    return switch (request.verb()) {
      case "deletecollection" -> List.of(request);
      case "list", "watch", "create" -> List.of(request, request.named("x"));
      default -> List.of(request.named("x"), request.named("y"));
    };
  }

  @Property(tries = 50)
  void harmlessFixesChangeNoDecision(@ForAll("clusters") Cluster cluster) {
    List<String> before = decisions(cluster);

    for (Finding finding : RbacLint.of(cluster).findings()) {
      if (finding.fix().isPresent() && rule(finding).keepsDecisions()) {
        Cluster mended = with(cluster, finding, finding.fix().get());
        assertThat(decisions(mended)).as("%s", finding).isEqualTo(before);
      }
    }
  }

  @Property(tries = 100)
  void allRulesThatAreRedundantCanGoTogether(@ForAll("clusters") Cluster cluster) {
    Set<String> redundant = Set.of(LintRule.REDUNDANT_RULE.id(), LintRule.SHADOWED_RULE.id());

    Cluster mended = cluster;
    for (Finding finding : lastFirst(cluster)) {
      if (redundant.contains(finding.rule())) {
        mended = with(mended, finding, finding.fix().orElseThrow());
      }
    }

    assertThat(decisions(mended)).isEqualTo(decisions(cluster));
  }

  private static List<Finding> lastFirst(Cluster cluster) {
    return RbacLint.of(cluster).findings().stream()
        .sorted(Comparator.comparing(LintProperties::ruleIndex).reversed())
        .toList();
  }

  private static int ruleIndex(Finding finding) {
    List<FieldPath.Step> steps = finding.path().steps();
    return steps.size() > 1 && steps.get(1) instanceof FieldPath.Step.Index index
        ? index.index()
        : -1;
  }

  @Property(tries = 100)
  void aFixTakesItsFindingAway(@ForAll("clusters") Cluster cluster) {
    mendEach(cluster);
  }

  @Property(tries = 500)
  void whateverStandsInAManifestIsLintedWithoutFail(@ForAll("oddClusters") Cluster cluster) {
    RbacLint first = RbacLint.of(cluster);

    assertThat(first.findings()).isEqualTo(RbacLint.of(cluster).findings());
    mendEach(cluster);
  }

  private static void mendEach(Cluster cluster) {
    Map<List<Object>, Long> before = counts(cluster);
    for (Finding finding : RbacLint.of(cluster).findings()) {
      finding.fix().ifPresent(fix -> {
        Map<List<Object>, Long> after = counts(with(cluster, finding, fix));
        List<Object> key = List.of(finding.rule(), finding.object());
        assertThat(after.getOrDefault(key, 0L)).as("%s", finding).isLessThan(before.get(key));
      });
    }
  }

  /** Returns how often each rule finds something in each object. */
  private static Map<List<Object>, Long> counts(Cluster cluster) {
    return RbacLint.of(cluster).findings().stream()
        .collect(Collectors.groupingBy(
            finding -> List.of(finding.rule(), finding.object()), Collectors.counting()));
  }

  /** Returns the cluster with a fix made; there are no two objects of a kind without a name. */
  private static Cluster with(Cluster cluster, Finding finding, Patch fix) {
    return Cluster.of(cluster.objects().stream()
        .map(object -> object.ref().equals(finding.object())
            ? KubeObject.of((MappingValue) fix.apply(object.tree()))
            : object)
        .toList());
  }

  private static LintRule rule(Finding finding) {
    return Arrays.stream(LintRule.values())
        .filter(rule -> rule.id().equals(finding.rule()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> decisions(Cluster cluster) {
    NaiveRbac naive = new NaiveRbac(
        cluster.all(ClusterRole.KIND),
        cluster.all(Role.KIND),
        cluster.all(ClusterRoleBinding.KIND),
        cluster.all(RoleBinding.KIND));
    List<String> decisions = new ArrayList<>();
    for (User user : USERS) {
      for (Attributes request : REQUESTS) {
        boolean allowed = naive.authorize(user, request).startsWith("Allow");
        decisions.add(allowed + " " + user.name() + " " + request);
      }
    }
    return decisions;
  }

  /** Clusters whose bindings mostly are for the users and lead to roles, so that most rules count. */
  @Provide
  Arbitrary<Cluster> clusters() {
    Arbitrary<PolicyRule[]> rules =
        rules().array(PolicyRule[].class).ofMinSize(1).ofMaxSize(5);
    Arbitrary<List<RuleSet>> roles = rules
        .list()
        .ofSize(3)
        .map(each -> List.of(
            ClusterRole.of("r0", each.get(0)),
            ClusterRole.of("r1", each.get(1)),
            Role.of("a", "r0", each.get(2))));
    Arbitrary<Binding> bindings = Combinators.combine(
            Arbitraries.of("", "a", "a"),
            roleRefs(),
            subjects().array(Subject[].class).ofMinSize(1).ofMaxSize(3),
            Arbitraries.integers().greaterOrEqual(0))
        .as((scope, reference, subjects, number) -> scope.isEmpty()
            ? ClusterRoleBinding.of("b" + number, reference, subjects)
            : RoleBinding.of(scope, "b" + number, reference, subjects));
    return Combinators.combine(roles, bindings.list().ofMinSize(1).ofMaxSize(5))
        .as(LintProperties::cluster)
        .withoutEdgeCases();
  }

  private static Cluster cluster(List<RuleSet> roles, List<Binding> bindings) {
    List<KubeObject> objects = new ArrayList<>();
    roles.forEach(role -> objects.add(KubeObject.of(RbacTrees.of(role))));
    bindings.forEach(binding -> objects.add(KubeObject.of(RbacTrees.of(binding))));
    return Cluster.of(objects);
  }

  private static Arbitrary<RoleRef> roleRefs() {
    return Arbitraries.of(
        RoleRef.clusterRole("r0"),
        RoleRef.clusterRole("r1"),
        RoleRef.role("r0"),
        RoleRef.role("r0"),
        RoleRef.role("r1"),
        new RoleRef("v1", "ClusterRole", "r1"),
        new RoleRef("", "Clusterrole", "r0"));
  }

  private static Arbitrary<Subject> subjects() {
    return Arbitraries.of(
        Subject.user("alice"),
        Subject.user("bob"),
        Subject.user("system:serviceaccount:a:web"),
        Subject.group("dev"),
        Subject.group(User.AUTHENTICATED),
        Subject.serviceAccount("", "web"),
        Subject.serviceAccount("a", "web"),
        new Subject("User", "v1", "alice", "a"),
        new Subject("ServiceAccount", "v1", "web", "a"),
        new Subject("Robot", "", "", ""));
  }

  private static Arbitrary<PolicyRule> rules() {
    Arbitrary<List<String>> urls = Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(List.<String>of())),
        Tuple.of(1, texts("/healthz", "/healthz/*", "*", "/a/*/b", "healthz")));
    return Combinators.combine(
            texts(
                "get",
                "get",
                "list",
                "create",
                "update",
                "delete",
                "deletecollection",
                "*",
                "Get",
                "get*",
                "bind",
                "escalate",
                "impersonate",
                "sync",
                "post"),
            texts(
                "",
                "",
                "",
                "apps",
                "*",
                "rbac.authorization.k8s.io",
                "extensions",
                "apps/v1",
                "acme.io"),
            texts(
                "pods",
                "pods/log",
                "pods/exec",
                "nodes",
                "nodes/status",
                "namespaces",
                "namespaces/status",
                "deployments",
                "deployments/scale",
                "clusterroles",
                "roles",
                "secrets",
                "*",
                "*/scale",
                "pods/*",
                "Pod",
                "users",
                "widgets"),
            Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(List.<String>of())),
                Tuple.of(1, Arbitraries.of("x", "x", "*", "").list().ofSize(1))),
            urls)
        .as(PolicyRule::new);
  }

  /** One to three texts, rarely none. */
  private static Arbitrary<List<String>> texts(String... texts) {
    return Arbitraries.frequencyOf(
        Tuple.of(15, Arbitraries.of(texts).list().ofMinSize(1).ofMaxSize(3)),
        Tuple.of(1, Arbitraries.just(List.of())));
  }

  /** Clusters of one object of each kind, which has anything in any field that the linter reads. */
  @Provide
  Arbitrary<Cluster> oddClusters() {
    return Combinators.combine(
            oddObject("Role"),
            oddObject("ClusterRole"),
            oddObject("RoleBinding"),
            oddObject("ClusterRoleBinding"))
        .as((role, clusterRole, roleBinding, clusterRoleBinding) ->
            Cluster.of(role, clusterRole, roleBinding, clusterRoleBinding));
  }

  private static Arbitrary<KubeObject> oddObject(String kind) {
    return odd(3).array(Object[].class).ofSize(5).map(parts -> {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("apiVersion", "rbac.authorization.k8s.io/v1");
      tree.put("kind", kind);
      tree.put("metadata", parts[0]);
      tree.put("rules", parts[1]);
      tree.put("aggregationRule", parts[2]);
      tree.put("roleRef", parts[3]);
      tree.put("subjects", parts[4]);
      return KubeObject.of((MappingValue) Value.from(tree));
    });
  }

  /** Anything: a scalar, a list, or a mapping with the names that the API has. */
  private static Arbitrary<@Nullable Object> odd(int depth) {
    Arbitrary<@Nullable Object> scalars = Arbitraries.of(
            "",
            "*",
            "a",
            "get",
            "pods",
            "nodes",
            "/x",
            "User",
            "ServiceAccount",
            "Role",
            "view",
            "\ud83d\ude80",
            7,
            true)
        .map(scalar -> (Object) scalar)
        .injectNull(0.1);
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<@Nullable Object> lists =
        Arbitraries.lazy(() -> odd(depth - 1)).list().ofMaxSize(3).map(list -> (Object) list);
    Arbitrary<@Nullable Object> mappings = Arbitraries.maps(
            Arbitraries.of(
                "name",
                "namespace",
                "kind",
                "apiGroup",
                "verbs",
                "apiGroups",
                "resources",
                "resourceNames",
                "nonResourceURLs",
                "labels",
                "clusterRoleSelectors",
                "matchLabels"),
            Arbitraries.lazy(() -> odd(depth - 1)))
        .ofMaxSize(5)
        .map(map -> (Object) map);
    return Arbitraries.oneOf(scalars, lists, lists, mappings, mappings);
  }
}
