package io.plimsoll.rbac.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.Subject;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AccessDiffProperties {

  private static final List<String> ROLES = List.of("a", "b", "c");
  private static final Subject ALICE = Subject.user("alice");

  @Provide
  Arbitrary<Rbac> clusters() {
    Arbitrary<List<ClusterRole>> roles =
        rules().list().ofMaxSize(3).list().ofSize(ROLES.size()).map(AccessDiffProperties::roles);
    Arbitrary<List<String>> everywhere = Arbitraries.of(ROLES).list().ofMaxSize(1);
    Arbitrary<List<String>> inShop = Arbitraries.of(ROLES).list().ofMaxSize(2);
    return Combinators.combine(roles, everywhere, inShop)
        .as((all, cluster, namespace) -> Rbac.of(
            all,
            List.of(),
            cluster.stream()
                .map(role -> ClusterRoleBinding.of(role, RoleRef.clusterRole(role), ALICE))
                .toList(),
            namespace.stream()
                .map(role -> RoleBinding.of("shop", role, RoleRef.clusterRole(role), ALICE))
                .toList()));
  }

  private static List<ClusterRole> roles(List<List<PolicyRule>> rules) {
    return List.of(0, 1, 2).stream()
        .map(i -> ClusterRole.of(ROLES.get(i), rules.get(i).toArray(PolicyRule[]::new)))
        .toList();
  }

  private static Arbitrary<PolicyRule> rules() {
    Arbitrary<List<String>> verbs = some("get", "list", "*");
    Arbitrary<List<String>> groups = some("", "apps", "*");
    Arbitrary<List<String>> resources = some("pods", "pods/log", "*/log", "*");
    Arbitrary<List<String>> names =
        Arbitraries.of("x", "y").list().uniqueElements().ofMaxSize(1);
    return Combinators.combine(verbs, groups, resources, names)
        .as((v, g, r, n) -> new PolicyRule(v, g, r, n, List.of()));
  }

  private static Arbitrary<List<String>> some(String... texts) {
    return Arbitraries.of(texts).list().uniqueElements().ofMinSize(1).ofMaxSize(2);
  }

  @Provide
  Arbitrary<Attributes> requests() {
    return Combinators.combine(
            Arbitraries.of("get", "list", "patch"),
            Arbitraries.of("", "apps", "batch"),
            Arbitraries.of("pods", "jobs"),
            Arbitraries.of("", "log"),
            Arbitraries.of("", "shop", "bar"),
            Arbitraries.of("", "x", "z"))
        .as((verb, group, resource, subresource, namespace, name) -> Attributes.ofResource(
                verb, group, resource)
            .subresource(subresource)
            .in(namespace)
            .named(name));
  }

  @Property(tries = 500)
  void whateverIsNewlyAllowedIsWithinAGain(
      @ForAll("clusters") Rbac before,
      @ForAll("clusters") Rbac after,
      @ForAll("requests") Attributes request) {
    User alice = User.of("alice");
    AccessDiff diff = AccessDiff.between(before, after);
    boolean gains =
        !before.can(alice, request).isAllowed() && after.can(alice, request).isAllowed();
    boolean told = diff.of(ALICE).stream()
        .flatMap(subject -> subject.gained().stream())
        .anyMatch(change -> within(change, request));

    assertThat(!gains || told).as("%s gained: %s", request, diff.text()).isTrue();
  }

  private static boolean within(AccessChange change, Attributes request) {
    return (change.namespace().isEmpty() || change.namespace().equals(request.namespace()))
        && change.rule().allows(request);
  }

  @Property(tries = 500)
  void everyGainIsARequestThatIsNewlyAllowed(
      @ForAll("clusters") Rbac before, @ForAll("clusters") Rbac after) {
    User alice = User.of("alice");

    for (SubjectDiff subject : AccessDiff.between(before, after).subjects()) {
      for (AccessChange gain : subject.gained()) {
        for (String verb : gain.rule().verbs()) {
          Attributes witness = witness(gain, verb);

          assertThat(before.can(alice, witness).isAllowed())
              .as("%s by %s", witness, gain)
              .isFalse();
          assertThat(after.can(alice, witness).isAllowed())
              .as("%s by %s", witness, gain)
              .isTrue();
        }
      }
    }
  }

  /** Returns a request that the change is about and that no narrower rule allows. */
  private static Attributes witness(AccessChange change, String verb) {
    PolicyRule rule = change.rule();
    String[] resource = rule.resources().get(0).split("/", 2);
    return Attributes.ofResource(any(verb), any(rule.apiGroups().get(0)), any(resource[0]))
        .subresource(resource.length == 1 ? "" : resource[1])
        .in(change.namespace().isEmpty() ? "any" : change.namespace())
        .named(rule.resourceNames().isEmpty() ? "any" : rule.resourceNames().get(0));
  }

  private static String any(String text) {
    return text.equals("*") ? "any" : text;
  }

  @Property(tries = 300)
  void gainsOfOneWayAreLossesOfTheOther(
      @ForAll("clusters") Rbac before, @ForAll("clusters") Rbac after) {
    AccessDiff forth = AccessDiff.between(before, after);
    AccessDiff back = AccessDiff.between(after, before);

    assertThat(back.subjects().stream().map(SubjectDiff::lost).toList())
        .isEqualTo(forth.subjects().stream().map(SubjectDiff::gained).toList());
  }

  @Property(tries = 300)
  void nothingChangesFromAClusterToItself(@ForAll("clusters") Rbac rbac) {
    assertThat(AccessDiff.between(rbac, rbac).isEmpty()).isTrue();
  }
}
