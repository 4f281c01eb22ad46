package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The engine against the naive evaluator: on each of many random clusters, every request of a table. */
class RbacProperties {

  private static final List<String> NAMESPACES = List.of("", "a", "b");
  private static final List<User> USERS = List.of(
      user("alice", "dev", "system:authenticated"),
      user("bob", "dev", "ops"),
      user("system:serviceaccount:a:web", "system:serviceaccounts", "dev"),
      user("system:serviceaccount:b:web", "system:serviceaccounts"),
      user("", ""));
  private static final List<Attributes> REQUESTS = requests();

  private static User user(String name, String... groups) {
    return new User(name, "", List.of(groups), Map.of());
  }

  private static List<Attributes> requests() {
    List<Attributes> requests = new ArrayList<>();
    for (String namespace : NAMESPACES) {
      for (String verb : List.of("get", "create", "*")) {
        for (String group : List.of("", "apps")) {
          Attributes pods = Attributes.ofResource(verb, group, "pods").in(namespace);
          requests.add(pods);
          requests.add(pods.named("x"));
          requests.add(pods.subresource("scale").named("x"));
          requests.add(Attributes.ofResource(verb, group, "*").in(namespace).subresource("scale"));
          requests.add(Attributes.ofResource(verb, group, "pods/scale").in(namespace));
        }
        requests.add(Attributes.ofPath(verb, "/healthz/ping").in(namespace));
      }
    }
    return requests;
  }

  /** 99 requests for each of 5 users, on each of 250 clusters: 123,750 questions. */
  @Property(tries = 250)
  void decisionsAndReasonsAreThoseOfTheNaiveEvaluator(@ForAll("clusters") NaiveRbac naive) {
    Rbac rbac = indexed(naive);

    for (User user : USERS) {
      for (Attributes request : REQUESTS) {
        Decision decision = rbac.can(user, request);
        String answer = (decision.isAllowed() ? "Allow " : "NoOpinion ") + decision.reason();
        assertThat(answer).as("%s %s", user, request).isEqualTo(naive.authorize(user, request));
      }
    }
  }

  @Property(tries = 100)
  void rulesAreThoseOfTheNaiveEvaluator(@ForAll("clusters") NaiveRbac naive) {
    Rbac rbac = indexed(naive);

    for (User user : USERS) {
      for (String namespace : NAMESPACES) {
        assertThat(rbac.bindingsOf(user, namespace))
            .flatExtracting(AppliedBinding::rules)
            .isEqualTo(naive.rulesFor(user, namespace));
      }
    }
  }

  @Property(tries = 50)
  void whoCanNamesExactlyThoseWhoCan(@ForAll("clusters") NaiveRbac naive) {
    Rbac rbac = indexed(naive);

    for (Attributes request : REQUESTS) {
      WhoCan whoCan = rbac.whoCan(request);
      for (User user : USERS) {
        boolean named = whoCan.accesses().stream()
            .anyMatch(
                access -> !access.grants().isEmpty() && access.subject().isOrContains(user, ""));
        assertThat(named)
            .as("%s %s", user, request)
            .isEqualTo(rbac.can(user, request).isAllowed());
      }
      assertThat(whoCan.subjects()).doesNotHaveDuplicates();
    }
  }

  @Property(tries = 100)
  void whoCanHasTheOrderAndTheGrantsOfTheNaiveEvaluator(@ForAll("clusters") NaiveRbac naive) {
    Rbac rbac = indexed(naive);

    for (Attributes request : REQUESTS) {
      Map<String, List<String>> answer = new LinkedHashMap<>();
      for (Access access : rbac.whoCan(request).accesses()) {
        List<String> grants = access.grants().stream()
            .map(grant ->
                grant.binding().ref() + " " + grant.subjectIndex() + " " + grant.ruleIndex())
            .toList();
        assertThat(answer.put(access.subject().toString(), grants)).isNull();
      }
      assertThat(answer).as("%s", request).containsExactlyEntriesOf(naive.whoCan(request));
    }
  }

  @Property(tries = 50)
  void theMatrixSaysWhatEachQuestionDoes(@ForAll("clusters") NaiveRbac naive) {
    Rbac rbac = indexed(naive);

    AccessMatrix matrix = rbac.matrix(USERS, NAMESPACES, REQUESTS);

    for (int user = 0; user < USERS.size(); user++) {
      for (int namespace = 0; namespace < NAMESPACES.size(); namespace++) {
        for (int i = 0; i < REQUESTS.size(); i++) {
          Attributes question = REQUESTS.get(i).in(NAMESPACES.get(namespace));
          assertThat(matrix.isAllowed(user, namespace, i))
              .isEqualTo(rbac.can(USERS.get(user), question).isAllowed());
        }
      }
    }
  }

  /** But for rules of names and URLs, which the API server refuses: the names keep the URLs from being covered. */
  @Property(tries = 500)
  void rulesCoverThemselvesTakenApartOrPutTogether(@ForAll("validRules") List<PolicyRule> rules) {
    List<PolicyRule> apart = PolicyRules.breakdown(rules);

    assertThat(PolicyRules.covers(rules, rules).isCovered()).isTrue();
    assertThat(PolicyRules.covers(rules, PolicyRules.compact(apart)).isCovered())
        .isTrue();
    assertThat(PolicyRules.covers(PolicyRules.forDisplay(rules), rules).isCovered())
        .isTrue();
  }

  @Property(tries = 500)
  void whatIsCoveredIsAllowed(
      @ForAll("rules") List<PolicyRule> owner, @ForAll("rules") List<PolicyRule> servant) {
    boolean covered = PolicyRules.covers(owner, servant).isCovered();

    if (covered) {
      for (Attributes request : REQUESTS) {
        boolean needed = servant.stream().anyMatch(rule -> rule.allows(request));
        boolean held = owner.stream().anyMatch(rule -> rule.allows(request));
        assertThat(!needed || held).as("%s", request).isTrue();
      }
    }
  }

  @Property(tries = 1000)
  void theHashOfAResourceIsThatOfTheJoinedText(
      @ForAll String resource, @ForAll String subresource) {
    String joined = subresource.isEmpty() ? resource : resource + "/" + subresource;

    assertThat(ResourceTable.hash(resource, subresource)).isEqualTo(joined.hashCode());
    assertThat(RuleMatch.isResource(joined, resource, subresource)).isTrue();
  }

  private static Rbac indexed(NaiveRbac naive) {
    return Rbac.of(
        naive.clusterRoles(), naive.roles(), naive.clusterRoleBindings(), naive.roleBindings());
  }

  @Provide
  Arbitrary<NaiveRbac> clusters() {
    Arbitrary<List<PolicyRule>> rules = rules();
    Arbitrary<List<ClusterRole>> clusterRoles = rules
        .map(r -> ClusterRole.of("", r.toArray(PolicyRule[]::new)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(RbacProperties::numbered);
    Arbitrary<List<Role>> roles = rules
        .map(r -> r.toArray(PolicyRule[]::new))
        .tuple2()
        .map(both -> List.of(Role.of("a", "r0", both.get1()), Role.of("b", "r1", both.get2())));
    Arbitrary<List<ClusterRoleBinding>> clusterRoleBindings = Combinators.combine(
            roleRefs(), subjects())
        .as((ref, subjects) -> ClusterRoleBinding.of("crb", ref, subjects))
        .list()
        .ofMaxSize(4);
    Arbitrary<List<RoleBinding>> roleBindings = Combinators.combine(
            Arbitraries.of("a", "b"), roleRefs(), subjects())
        .as((namespace, ref, subjects) -> RoleBinding.of(namespace, "rb", ref, subjects))
        .list()
        .ofMaxSize(6);
    return Combinators.combine(clusterRoles, roles, clusterRoleBindings, roleBindings)
        .as(NaiveRbac::new);
  }

  private static List<ClusterRole> numbered(List<ClusterRole> roles) {
    List<ClusterRole> result = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      result.add(ClusterRole.of("r" + i, roles.get(i).rules().toArray(PolicyRule[]::new)));
    }
    return result;
  }

  private static Arbitrary<RoleRef> roleRefs() {
    return Combinators.combine(
            Arbitraries.of("ClusterRole", "ClusterRole", "Role", "Clusterrole"),
            Arbitraries.of("r0", "r1", "r2", "missing"))
        .as((kind, name) -> new RoleRef("", kind, name));
  }

  private static Arbitrary<Subject[]> subjects() {
    return Combinators.combine(
            Arbitraries.of("User", "Group", "ServiceAccount", "Robot"),
            Arbitraries.of(
                "alice",
                "dev",
                "ops",
                "web",
                "*",
                "",
                "system:serviceaccount:a:web",
                "system:masters"),
            Arbitraries.of("", "", "a", "b"))
        .as((kind, name, namespace) -> new Subject(kind, "", name, namespace))
        .array(Subject[].class)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<PolicyRule>> rules() {
    return Combinators.combine(
            texts("get", "create", "*", "list"),
            texts("", "apps", "*"),
            texts("pods", "pods/scale", "*/scale", "*", "pods/*", "*/", "nodes"),
            Arbitraries.of("x", "*", "").list().ofMaxSize(1),
            texts("/healthz", "/healthz/*", "/healthz/ping", "*", "/health**", "/*/ping"))
        .as(PolicyRule::new)
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<PolicyRule>> validRules() {
    return rules()
        .map(rules -> rules.stream()
            .map(rule -> rule.resources().isEmpty()
                ? PolicyRule.ofUrls(rule.verbs(), rule.nonResourceURLs())
                : new PolicyRule(
                    rule.verbs(),
                    rule.apiGroups(),
                    rule.resources(),
                    rule.resourceNames(),
                    List.of()))
            .toList());
  }

  private static Arbitrary<List<String>> texts(String... texts) {
    return Arbitraries.of(texts).list().ofMaxSize(2);
  }
}
