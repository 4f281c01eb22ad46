package io.plimsoll.rbac.least;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.manifest.JsonWriter;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.ClusterRole;
import io.plimsoll.rbac.ClusterRoleBinding;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.Role;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.RoleRef;
import io.plimsoll.rbac.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeastPrivilegeTest {

  private static final User WEB = User.serviceAccount("shop", "web");
  private static final User DB = User.serviceAccount("shop", "db");
  private static final Subject WEB_SUBJECT = Subject.serviceAccount("shop", "web");

  private static LeastPrivilege of(User user, Attributes... requests) {
    return LeastPrivilege.of(
        Stream.of(requests).map(request -> new AccessRequest(user, request)).toList());
  }

  private static PolicyRule rule(List<String> verbs, List<String> groups, String... resources) {
    return PolicyRule.of(verbs, groups, List.of(resources));
  }

  @Test
  void nothingIsNeededForNothing() {
    LeastPrivilege least = LeastPrivilege.of(List.of());

    assertThat(least.trees()).isEmpty();
    assertThat(least.problems()).isEmpty();
  }

  @Test
  void requestInANamespaceNeedsARoleThere() {
    LeastPrivilege least =
        of(WEB, Request.list("pods").in("shop"), Request.get("pods").in("shop"));

    assertThat(least.roles())
        .containsExactly(Role.of("shop", "web", rule(List.of("get", "list"), List.of(""), "pods")));
    assertThat(least.roleBindings())
        .containsExactly(RoleBinding.of("shop", "web", RoleRef.role("web"), WEB_SUBJECT));
    assertThat(least.clusterRoles()).isEmpty();
  }

  @Test
  void requestForAllNamespacesAndUrlsNeedAClusterRole() {
    LeastPrivilege least = of(WEB, Request.list("pods"), Request.url("get", "/metrics"));

    assertThat(least.clusterRoles())
        .containsExactly(ClusterRole.of(
            "web",
            rule(List.of("list"), List.of(""), "pods"),
            PolicyRule.ofUrls(List.of("get"), List.of("/metrics"))));
    assertThat(least.clusterRoleBindings())
        .containsExactly(ClusterRoleBinding.of("web", RoleRef.clusterRole("web"), WEB_SUBJECT));
  }

  @Test
  void equalVerbsShareARule() {
    LeastPrivilege least = of(
        WEB,
        Request.get("pods").in("shop"),
        Request.get("services").in("shop"),
        Attributes.ofResource("watch", "apps", "deployments").in("shop"),
        Attributes.ofResource("watch", "extensions", "deployments").in("shop"));

    assertThat(least.roles().get(0).rules())
        .containsExactly(
            rule(List.of("get"), List.of(""), "pods", "services"),
            rule(List.of("watch"), List.of("apps", "extensions"), "deployments"));
  }

  @Test
  void namesLimitARule() {
    LeastPrivilege least = of(
        WEB,
        Request.get("secrets").in("shop").named("tls"),
        Request.update("secrets").in("shop").named("tls"),
        Request.get("secrets").in("shop").named("token"));

    assertThat(least.roles().get(0).rules())
        .containsExactlyInAnyOrder(
            rule(List.of("get"), List.of(""), "secrets").named("tls", "token"),
            rule(List.of("update"), List.of(""), "secrets").named("tls"));
  }

  @Test
  void unnamedRequestNeedsAllNames() {
    LeastPrivilege least = of(
        WEB,
        Request.get("secrets").in("shop").named("tls"),
        Request.get("secrets").in("shop"));

    assertThat(least.roles().get(0).rules())
        .containsExactly(rule(List.of("get"), List.of(""), "secrets"));
  }

  @Test
  void creationIsNotLimitedByNameButOfSubresources() {
    LeastPrivilege least = of(
        WEB,
        Request.create("pods").in("shop").named("web-1"),
        Request.of("deletecollection", "pods").in("shop").named("odd"),
        Request.create("pods/exec").in("shop").named("web-1"));

    assertThat(least.roles().get(0).rules())
        .containsExactlyInAnyOrder(
            rule(List.of("create", "deletecollection"), List.of(""), "pods"),
            rule(List.of("create"), List.of(""), "pods/exec").named("web-1"));
  }

  @Test
  void whatIsNeededEverywhereIsNotNeededInANamespaceAgain() {
    LeastPrivilege least =
        of(WEB, Request.get("pods"), Request.get("pods").in("shop").named("web"));

    assertThat(least.roleBindings()).isEmpty();
    assertThat(least.clusterRoles()).hasSize(1);
  }

  @Test
  void subjectsWithTheSameNeedsShareABinding() {
    Attributes read = Request.get("configmaps").in("shop");

    LeastPrivilege least =
        LeastPrivilege.of(List.of(new AccessRequest(WEB, read), new AccessRequest(DB, read)));

    assertThat(least.roles())
        .extracting(role -> role.metadata().nameOrEmpty())
        .containsExactly("db-and-1-more");
    assertThat(least.roleBindings().get(0).subjects())
        .containsExactly(Subject.serviceAccount("shop", "db"), WEB_SUBJECT);
  }

  @Test
  void sameNeedsInSeveralNamespacesAreOneClusterRole() {
    LeastPrivilege least =
        of(WEB, Request.get("pods").in("a"), Request.get("pods").in("b"));

    assertThat(least.roles()).isEmpty();
    assertThat(least.clusterRoles()).hasSize(1);
    assertThat(least.clusterRoleBindings()).isEmpty();
    assertThat(least.roleBindings())
        .extracting(RoleBinding::roleRef)
        .containsOnly(RoleRef.clusterRole("web"))
        .hasSize(2);
  }

  @Test
  void namesOfObjectsAreValidAndUnique() {
    User odd = User.of("Ünï/../%", "x");
    LeastPrivilege least = LeastPrivilege.of(List.of(
        new AccessRequest(User.serviceAccount("a", "web"), Request.get("pods").in("a")),
        new AccessRequest(User.serviceAccount("b", "web"), Request.list("pods").in("a")),
        new AccessRequest(odd, Request.watch("pods").in("a")),
        new AccessRequest(User.of("%"), Request.patch("pods").in("a"))));

    assertThat(least.roles())
        .extracting(role -> role.metadata().nameOrEmpty())
        .containsExactly("web", "web-2", "role", "-n-..-");
  }

  @Test
  void whatIsAllowedAlreadyIsNotNeeded() {
    Rbac already = Rbac.of(
        List.of(ClusterRole.of("discovery", PolicyRule.ofUrls(List.of("get"), List.of("/api*")))),
        List.of(),
        List.of(ClusterRoleBinding.of(
            "discovery", RoleRef.clusterRole("discovery"), Subject.group(User.AUTHENTICATED))),
        List.of());

    LeastPrivilege least = LeastPrivilege.beyond(
        already,
        List.of(
            new AccessRequest(WEB, Request.url("get", "/apis")),
            new AccessRequest(User.of("root", User.MASTERS), Request.delete("nodes"))));

    assertThat(least.trees()).isEmpty();
  }

  @Test
  void requestsThatCannotBeAllowedAloneAreProblems() {
    LeastPrivilege least = of(
        WEB,
        Attributes.ofResource("*", "*", "*"),
        Request.url("get", "/logs/*"),
        Attributes.ofResource("update", "apps", "*").subresource("scale"));

    assertThat(least.problems())
        .extracting(Problem::code)
        .containsExactly("wildcard-request", "wildcard-request", "wildcard-request");
    assertThat(least.rbac().can(WEB, Attributes.ofResource("*", "*", "*")).isAllowed())
        .isTrue();
  }

  @Test
  void nobodyCanBeGrantedWhatAUserWithoutANameAskedFor() {
    LeastPrivilege least = of(User.of(""), Request.get("pods").in("shop"));

    assertThat(least.trees()).isEmpty();
    assertThat(least.problems()).extracting(Problem::code).containsExactly("nameless-user");
  }

  @Test
  void treesAreManifests() {
    LeastPrivilege least = of(WEB, Request.get("secrets").in("shop").named("tls"));

    assertThat(least.trees()).extracting(JsonWriter::compact).containsExactly("""
            {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role",\
            "metadata":{"name":"web","namespace":"shop"},\
            "rules":[{"apiGroups":[""],"resources":["secrets"],"resourceNames":["tls"],"verbs":["get"]}]}""", """
            {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding",\
            "metadata":{"name":"web","namespace":"shop"},\
            "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"web"},\
            "subjects":[{"kind":"ServiceAccount","name":"web","namespace":"shop"}]}""");
  }

  @Test
  void yamlReadsBackAsTheSameObjects() {
    LeastPrivilege least =
        of(WEB, Request.get("secrets").in("shop").named("yes"), Request.url("get", "/metrics"));

    Manifests read = Manifests.read("least.yaml", least.yaml());

    assertThat(read.problems()).isEmpty();
    assertThat(read.objects()).extracting(KubeObject::tree).isEqualTo(least.trees());
    assertThat(least.yaml()).startsWith("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata:
              name: web
            rules:
            """);
  }
}
