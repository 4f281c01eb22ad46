package io.plimsoll.rbac.kubectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.plimsoll.core.authz.SubjectRules;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CanITest {

  private static final User ALICE = User.of("alice");

  private static final Rbac NOTHING = Rbac.of(List.of(), List.of(), List.of(), List.of());

  private static Attributes asked(CanIQuestion question) {
    return CanI.of(NOTHING).ask(ALICE, question).request();
  }

  private static List<String> warnings(CanIQuestion question) {
    return CanI.of(NOTHING).ask(ALICE, question).warnings();
  }

  @ParameterizedTest
  @CsvSource({
    "pods, '', pods",
    "pod, '', pods",
    "po, '', pods",
    "Pod, '', pods",
    "PODS, '', pods",
    "deploy, apps, deployments",
    "Deployment, apps, deployments",
    "deployments.apps, apps, deployments",
    "deployments.v1.apps, apps, deployments",
    "ingresses.networking.k8s.io, networking.k8s.io, ingresses",
    "*, '', *",
    "users, '', users",
    "Widget, '', Widget",
    "widgets.example.com, '', widgets.example.com",
  })
  void resourcesAreNamedAsPeopleTypeThem(String typed, String group, String resource) {
    Attributes request = asked(CanIQuestion.of("get", typed));

    assertThat(request).isEqualTo(Attributes.ofResource("get", group, resource).in("default"));
  }

  @Test
  void nameFollowsTheFirstSlash() {
    Attributes request = asked(CanIQuestion.of("list", "jobs.batch/a/b").in("shop"));

    assertThat(request)
        .isEqualTo(Attributes.ofResource("list", "batch", "jobs").in("shop").named("a/b"));
  }

  @Test
  void subresourceIsAnOption() {
    Attributes request = asked(CanIQuestion.of("get", "pods/web").subresource("log"));

    assertThat(request.combinedResource()).isEqualTo("pods/log");
    assertThat(request.name()).isEqualTo("web");
  }

  @Test
  void subresourceAfterTheSlashIsANameAndAHint() {
    CanIAnswer answer = CanI.of(NOTHING).ask(ALICE, CanIQuestion.of("get", "pods/log"));

    assertThat(answer.request().name()).isEqualTo("log");
    assertThat(answer.warnings()).isEmpty();
    assertThat(answer.hints())
        .containsExactly(
            "\"log\" is taken as the name of an object; the subresource is asked for with --subresource=log");
  }

  @Test
  void urlHasNoNamespace() {
    assertThat(asked(CanIQuestion.of("get", "/healthz")))
        .isEqualTo(Attributes.ofPath("get", "/healthz"));
  }

  @Test
  void urlHasNoSubresource() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanIQuestion.of("get", "/healthz").subresource("log"))
        .withMessage("--subresource can not be used with NonResourceURL: \"log\"");
  }

  static Stream<Arguments> warned() {
    return Stream.of(
        arguments("get", "pods", List.of()),
        arguments("get", "*", List.of()),
        arguments("impersonate", "groups", List.of()),
        arguments("get", "nodes", List.of("resource 'nodes' is not namespace scoped")),
        arguments(
            "get",
            "clusterroles",
            List.of(
                "resource 'clusterroles' is not namespace scoped in group 'rbac.authorization.k8s.io'")),
        arguments("list", "widgets", List.of("the server doesn't have a resource type 'widgets'")),
        arguments(
            "approve",
            "certificates.k8s.io",
            List.of("the server doesn't have a resource type 'certificates' in group 'k8s.io'")),
        arguments("read", "pods", List.of("verb 'read' is not a known verb")),
        arguments(
            "read",
            "nodes",
            List.of("resource 'nodes' is not namespace scoped", "verb 'read' is not a known verb")),
        arguments("get", "", List.of("the server doesn't have a resource type ''")),
        arguments("head", "/version", List.of()),
        arguments("list", "/version", List.of("verb 'list' is not a known verb")));
  }

  @ParameterizedTest
  @MethodSource("warned")
  void warningsAreThoseOfKubectl(String verb, String what, List<String> warnings) {
    assertThat(warnings(CanIQuestion.of(verb, what))).isEqualTo(warnings);
  }

  @Test
  void allNamespacesAreNoReasonToWarnOfScopeOrVerb() {
    assertThat(warnings(CanIQuestion.of("read", "nodes").inAllNamespaces())).isEmpty();
    assertThat(warnings(CanIQuestion.of("get", "widgets").inAllNamespaces())).hasSize(1);
  }

  @Test
  void misspelledResourceAndVerbAreHints() {
    CanIAnswer answer = CanI.of(NOTHING).ask(ALICE, CanIQuestion.of("gett", "deploymnets"));

    assertThat(answer.hints()).containsExactly("did you mean deployments.apps", "did you mean get");
  }

  @Test
  void answersAreYesAndNoWithTheReason() {
    Rbac rbac = Rbac.of(
        List.of(ClusterRole.of(
            "reader", PolicyRule.of(List.of("get"), List.of("apps"), List.of("deployments")))),
        List.of(),
        List.of(),
        List.of(
            RoleBinding.of("shop", "r", RoleRef.clusterRole("reader"), Subject.user("alice")),
            RoleBinding.of("shop", "b", RoleRef.role("gone"), Subject.user("alice"))));
    CanI canI = CanI.of(rbac);

    CanIAnswer yes = canI.ask(ALICE, CanIQuestion.of("get", "deploy/web").in("shop"));
    CanIAnswer no = canI.ask(ALICE, CanIQuestion.of("delete", "deploy/web").in("shop"));
    CanIAnswer elsewhere = canI.ask(ALICE, CanIQuestion.of("get", "no").in("else"));

    assertThat(yes.output()).isEqualTo("yes\n");
    assertThat(yes.exitCode()).isZero();
    assertThat(no.output())
        .isEqualTo("no - RBAC: role.rbac.authorization.k8s.io \"gone\" not found\n");
    assertThat(no.exitCode()).isEqualTo(1);
    assertThat(elsewhere.output()).isEqualTo("no\n");
    assertThat(elsewhere.errorOutput())
        .isEqualTo("Warning: resource 'nodes' is not namespace scoped\n\n");
  }

  @Test
  void mastersCanDoEverything() {
    User admin = User.of("admin", User.MASTERS);

    assertThat(CanI.of(NOTHING).ask(admin, CanIQuestion.of("*", "*")).output()).isEqualTo("yes\n");
  }

  @Test
  void listIsTheTableOfTheRulesReview() {
    Rbac rbac = Rbac.of(
        List.of(ClusterRole.of(
            "reader",
            PolicyRule.of(List.of("list", "get"), List.of("apps"), List.of("deployments/scale")),
            PolicyRule.ofUrls(List.of("get"), List.of("/healthz")))),
        List.of(),
        List.of(ClusterRoleBinding.of("r", RoleRef.clusterRole("reader"), Subject.user("alice"))),
        List.of());

    assertThat(CanI.of(rbac).list(ALICE, "shop").output()).isEqualTo("""
            Resources                Non-Resource URLs   Resource Names   Verbs
                                     [/healthz]          []               [get]
            deployments.apps/scale   []                  []               [list get]
            """);
  }

  @Test
  void anEmptyListIsTheHeader() {
    assertThat(CanI.of(NOTHING).list(ALICE, "shop").output())
        .isEqualTo("Resources   Non-Resource URLs   Resource Names   Verbs\n");
  }

  @Test
  void anIncompleteListIsWarnedOf() {
    assertThat(CanIList.of(SubjectRules.unlisted("webhook is slow")).warning())
        .isEqualTo("the list may be incomplete: webhook is slow");
  }

  @Test
  void errorsAloneAreNoReasonToWarn() {
    SubjectRules answer =
        new SubjectRules(List.of(), List.of(), false, Optional.of("no such role"));

    assertThat(CanIList.of(answer).warning()).isEmpty();
  }
}
