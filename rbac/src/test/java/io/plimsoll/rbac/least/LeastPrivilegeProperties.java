package io.plimsoll.rbac.least;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.Rbac;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LeastPrivilegeProperties {

  @Provide
  Arbitrary<AccessRequest> requests() {
    Arbitrary<User> users = Arbitraries.of(
        User.of("alice"), User.serviceAccount("shop", "web"), User.serviceAccount("bar", "web"));
    return Combinators.combine(users, Arbitraries.oneOf(resources(), urls()))
        .as(AccessRequest::new);
  }

  @Provide
  Arbitrary<List<AccessRequest>> logs() {
    return requests().list().ofMaxSize(25);
  }

  private static Arbitrary<Attributes> resources() {
    return Combinators.combine(
            Arbitraries.of("get", "list", "create", "delete", "deletecollection", "Odd verb"),
            Arbitraries.of("", "apps"),
            Arbitraries.of("pods", "deployments", "Ünï:%"),
            Arbitraries.of("", "", "log", "a/b"),
            Arbitraries.of("", "shop", "bar"),
            Arbitraries.of("", "", "x", "*", "a b/%"))
        .as((verb, group, resource, subresource, namespace, name) -> Attributes.ofResource(
                verb, group, resource)
            .subresource(subresource)
            .in(namespace)
            .named(name));
  }

  private static Arbitrary<Attributes> urls() {
    return Combinators.combine(
            Arbitraries.of("get", "post"), Arbitraries.of("/", "/healthz", "/api/*/v1", ""))
        .as(Attributes::ofPath);
  }

  @Property(tries = 500)
  void everyRequestIsAllowed(@ForAll("logs") List<AccessRequest> log) {
    LeastPrivilege least = LeastPrivilege.of(log);

    Rbac rbac = least.rbac();
    assertThat(least.problems()).isEmpty();
    assertThat(log)
        .allMatch(request -> rbac.can(request.user(), request.attributes()).isAllowed());
  }

  @Property(tries = 500)
  void nothingElseIsAllowed(
      @ForAll("logs") List<AccessRequest> log, @ForAll("logs") List<AccessRequest> others) {
    Rbac rbac = LeastPrivilege.of(log).rbac();

    for (AccessRequest other : others) {
      assertThat(rbac.can(other.user(), other.attributes()).isAllowed())
          .as("%s after %s", other, log)
          .isEqualTo(log.stream().anyMatch(request -> implies(request, other)));
    }
  }

  /** Whether a request that is allowed means that another is: the same but for the namespace or the name it leaves open. */
  private static boolean implies(AccessRequest request, AccessRequest other) {
    Attributes one = request.attributes();
    Attributes two = other.attributes();
    if (!request.user().name().equals(other.user().name())
        || one.isResourceRequest() != two.isResourceRequest()
        || !one.verb().equals(two.verb())) {
      return false;
    }
    return one.isResourceRequest()
        ? one.apiGroup().equals(two.apiGroup())
            && one.combinedResource().equals(two.combinedResource())
            && (one.namespace().isEmpty() || one.namespace().equals(two.namespace()))
            && (isForAllNames(one) || one.name().equals(two.name()))
        : one.path().equals(two.path());
  }

  private static boolean isForAllNames(Attributes request) {
    boolean ofResource = request.subresource().isEmpty();
    return request.name().isEmpty()
        || request.verb().equals("deletecollection")
        || (request.verb().equals("create") && ofResource);
  }

  @Property(tries = 200)
  void orderDoesNotMatter(@ForAll("logs") List<AccessRequest> log) {
    List<AccessRequest> reversed = new ArrayList<>(log);
    Collections.reverse(reversed);

    assertThat(LeastPrivilege.of(reversed)).isEqualTo(LeastPrivilege.of(log));
  }

  @Property(tries = 200)
  void noSubjectHasTwoBindingsInOneScopeAndNoRoleIsUnused(@ForAll("logs") List<AccessRequest> log) {
    LeastPrivilege least = LeastPrivilege.of(log);

    assertThat(least.clusterRoleBindings().stream()
            .flatMap(b -> b.subjects().stream())
            .toList())
        .doesNotHaveDuplicates();
    assertThat(least.clusterRoles().size() + least.roles().size())
        .isLessThanOrEqualTo(
            least.clusterRoleBindings().size() + least.roleBindings().size());
    assertThat(Set.copyOf(least.trees())).hasSameSizeAs(least.trees());
  }
}
