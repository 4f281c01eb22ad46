package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.NearMiss.Aspect;
import io.plimsoll.rbac.NearMiss.Typo;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {

  private static final User ALICE = User.of("alice", "devs");
  private static final User WEB = User.serviceAccount("shop", "web");
  private static final Attributes GET_PODS = Request.get("pods").in("shop");
  private static final PolicyRule POD_READER = rule("get,list", "", "pods");

  private static PolicyRule rule(String verbs, String groups, String resources) {
    return PolicyRule.of(
        List.of(verbs.split(",")), List.of(groups.split(",", -1)), List.of(resources.split(",")));
  }

  @Test
  void anAllowNamesEveryRuleThatWouldDo() {
    Rbac rbac = new Policy()
        .clusterRole("all", rule("*", "*", "*"))
        .role("shop", "reader", rule("get", "", "secrets"), POD_READER, rule("*", "", "pods"))
        .bind("devs", "all", Subject.user("bob"), Subject.group("devs"))
        .bindIn("shop", "alice", RoleRef.role("reader"), Subject.user("alice"))
        .rbac();

    Explanation why = rbac.why(ALICE, GET_PODS);

    assertThat(why.decision().isAllowed()).isTrue();
    assertThat(why.nearMisses()).isEmpty();
    assertThat(why).hasToString("""
        alice may get pods in shop
          ClusterRoleBinding "devs" of ClusterRole "all" to Group "devs": rules[0] of ClusterRole all
          RoleBinding "alice/shop" of Role "reader" to User "alice": rules[1] of Role shop/reader
          RoleBinding "alice/shop" of Role "reader" to User "alice": rules[2] of Role shop/reader
        """);
    assertThat(why.grants().get(0)).isEqualTo(rbac.can(ALICE, GET_PODS).grant().orElseThrow());
  }

  @Test
  void aRoleThatDoesNotExistIsLookedForAmongThoseThatWouldDo() {
    Rbac rbac = new Policy()
        .role("shop", "pod-readers", rule("get", "", "secrets"))
        .role("shop", "pod-reader", POD_READER)
        .bindIn("shop", "web-reader", RoleRef.role("pod-raeder"), Subject.user("alice"))
        .rbac();

    Explanation why = rbac.why(ALICE, GET_PODS);

    assertThat(why).hasToString("""
        alice may not get pods in shop
          RoleBinding shop/web-reader names Role pod-raeder, which does not exist; did you mean pod-reader
        """);
    assertThat(why.nearMisses()).singleElement().satisfies(miss -> {
      assertThat(miss.aspect()).isEqualTo(Aspect.ROLE);
      assertThat(miss.object()).isEqualTo(RoleBinding.KIND.ref("shop", "web-reader"));
      assertThat(miss.path()).isEqualTo(FieldPath.parse("roleRef.name"));
      assertThat(miss.typo()).contains(new Typo("pod-raeder", "pod-reader"));
    });
  }

  @Test
  void aRoleOfTheOtherKindIsTheFirstGuess() {
    Rbac rbac = new Policy()
        .clusterRole("view", POD_READER)
        .role("shop", "viewer", POD_READER)
        .bindIn("shop", "web", RoleRef.role("view"), Subject.user("alice"))
        .rbac();

    assertThat(rbac.why(ALICE, GET_PODS).nearMisses())
        .extracting(NearMiss::toString)
        .containsExactly(
            "RoleBinding shop/web names Role view, which does not exist; did you mean ClusterRole view");
  }

  static Stream<Arguments> rulesThatMissInOneThing() {
    Attributes image = Request.get("configmaps").in("shop").named("web-config");
    return Stream.of(
        Arguments.of(
            GET_PODS,
            rule("list,watch", "", "pods"),
            "VERB rules[0].verbs",
            "rules[0] of Role shop/r has the verbs list, watch, not get"),
        Arguments.of(
            Request.list("pods").in("shop"),
            rule("lsit", "", "pods"),
            "VERB rules[0].verbs[0]",
            "rules[0] of Role shop/r has the verbs lsit, not list; did you mean list"),
        Arguments.of(
            Request.of("gets", "pods").in("shop"),
            rule("get", "", "pods"),
            "VERB rules[0].verbs[0]",
            "rules[0] of Role shop/r has the verbs get, not gets; did you mean get"),
        Arguments.of(
            Request.watch("pods").in("shop"),
            rule("patch", "", "pods"),
            "VERB rules[0].verbs",
            "rules[0] of Role shop/r has the verbs patch, not watch"),
        Arguments.of(
            GET_PODS,
            rule("get", "", "services,pod"),
            "RESOURCE rules[0].resources[1]",
            "rules[0] of Role shop/r is about pod, not pods; did you mean pods"),
        Arguments.of(
            Request.get("pods/log").in("shop"),
            rule("get", "", "pods"),
            "RESOURCE rules[0].resources",
            "rules[0] of Role shop/r is about pods, not pods/log"),
        Arguments.of(
            Request.get("deployments").in("shop"),
            rule("get", "", "deployments"),
            "API_GROUP rules[0].apiGroups",
            "rules[0] of Role shop/r is about the API groups \"\", not apps"),
        Arguments.of(
            Request.get("deployments").in("shop"),
            rule("get", "app", "deployments"),
            "API_GROUP rules[0].apiGroups[0]",
            "rules[0] of Role shop/r is about the API groups app, not apps; did you mean apps"),
        Arguments.of(
            image,
            rule("get", "", "configmaps").named("db", "web-confg"),
            "NAME rules[0].resourceNames[1]",
            "rules[0] of Role shop/r is about the names web-confg, not web-config; did you mean"
                + " web-config"),
        Arguments.of(
            image.named("web-2"),
            rule("get", "", "configmaps").named("web-1"),
            "NAME rules[0].resourceNames",
            "rules[0] of Role shop/r is about the names web-1, not web-2"),
        Arguments.of(
            Request.create("configmaps").in("shop"),
            rule("create", "", "configmaps").named("web"),
            "NAME rules[0].resourceNames",
            "rules[0] of Role shop/r is about the names web, not \"\""));
  }

  @ParameterizedTest
  @MethodSource("rulesThatMissInOneThing")
  void aRuleThatMissesInOneThingIsNear(
      Attributes request, PolicyRule rule, String place, String text) {
    Rbac rbac = new Policy()
        .role("shop", "r", rule)
        .bindIn("shop", "b", RoleRef.role("r"), Subject.group("devs"))
        .rbac();

    assertThat(rbac.why(ALICE, request).nearMisses()).singleElement().satisfies(miss -> {
      assertThat(miss.aspect() + " " + miss.path()).isEqualTo(place);
      assertThat(miss.object()).isEqualTo(Role.KIND.ref("shop", "r"));
      assertThat(miss).hasToString(text);
    });
  }

  @Test
  void aRuleThatMissesInTwoThingsIsNotNear() {
    Rbac rbac = new Policy()
        .role(
            "shop",
            "r",
            rule("list", "", "services"),
            PolicyRule.ofUrls(List.of("get"), List.of("/")))
        .bindIn("shop", "b", RoleRef.role("r"), Subject.group("devs"))
        .rbac();

    assertThat(rbac.why(ALICE, GET_PODS).nearMisses()).isEmpty();
  }

  @Test
  void aBindingElsewhereIsNear() {
    Rbac rbac = new Policy()
        .clusterRole("view", POD_READER)
        .bindIn("test", "devs", RoleRef.clusterRole("view"), Subject.group("devs"))
        .rbac();

    assertThat(rbac.why(ALICE, GET_PODS)).hasToString("""
        alice may not get pods in shop
          RoleBinding test/devs counts in namespace test only, not in shop
        """);
    assertThat(rbac.why(ALICE, GET_PODS.in("")).nearMisses())
        .extracting(NearMiss::toString)
        .containsExactly("RoleBinding test/devs counts in namespace test only, not everywhere");
  }

  @Test
  void urlsMissByVerbByPathAndByTheKindOfBinding() {
    PolicyRule rule = PolicyRule.ofUrls(List.of("get"), List.of("/healthz", "/metrics/*"));
    Rbac rbac = new Policy()
        .clusterRole("urls", rule)
        .bind("devs", "urls", Subject.group("devs"))
        .bindIn("shop", "web", RoleRef.clusterRole("urls"), Subject.serviceAccount("", "web"))
        .rbac();

    assertThat(rbac.why(ALICE, Request.url("post", "/healthz")).nearMisses())
        .extracting(NearMiss::toString)
        .containsExactly("rules[0] of ClusterRole urls has the verbs get, not post");
    assertThat(rbac.why(ALICE, Request.url("get", "/helthz")).nearMisses())
        .extracting(NearMiss::toString)
        .containsExactly(
            "rules[0] of ClusterRole urls is about the URLs /healthz, /metrics/*, not /helthz");
    assertThat(rbac.why(WEB, Request.url("get", "/metrics/a")).nearMisses())
        .extracting(NearMiss::toString)
        .containsExactly(
            "RoleBinding shop/web counts in namespace shop only, not for URLs",
            "ClusterRoleBinding devs is for Group devs, not for ServiceAccount shop/web");
  }

  static Stream<Arguments> subjects() {
    return Stream.of(
        Arguments.of(ALICE, Subject.user("alcie"), "User alcie", "User alice"),
        Arguments.of(ALICE, Subject.group("alice"), "Group alice", "User alice"),
        Arguments.of(ALICE, Subject.group("dev"), "Group dev", "User alice"),
        Arguments.of(
            ALICE,
            Subject.serviceAccount("shop", "alice"),
            "ServiceAccount shop/alice",
            "User alice"),
        Arguments.of(WEB, Subject.user("web"), "User web", "ServiceAccount shop/web"),
        Arguments.of(
            WEB,
            Subject.serviceAccount("test", "web"),
            "ServiceAccount test/web",
            "ServiceAccount shop/web"),
        Arguments.of(
            WEB,
            Subject.serviceAccount("shop", "wep"),
            "ServiceAccount shop/wep",
            "ServiceAccount shop/web"));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aSubjectThatIsNearlyTheUserComesBeforeOthers(
      User user, Subject subject, String written, String meant) {
    Rbac rbac = new Policy()
        .clusterRole("view", POD_READER)
        .bind("others", "view", Subject.user("zoe"), Subject.serviceAccount("shop", "other"))
        .bind("nearly", "view", Subject.user("carol"), subject)
        .rbac();

    List<NearMiss> misses = rbac.why(user, GET_PODS).nearMisses();

    assertThat(misses).hasSize(2);
    assertThat(misses.get(0).typo()).contains(new Typo(written, meant));
    assertThat(misses.get(0).path()).isEqualTo(FieldPath.parse("subjects[1]"));
    assertThat(misses.get(1))
        .hasToString(
            "ClusterRoleBinding others is for User zoe, ServiceAccount shop/other, not for "
                + meant);
  }

  @Test
  void mastersNeedNoRule() {
    User root = User.of("root", User.MASTERS);

    Explanation why = new Policy().rbac().why(root, GET_PODS);

    assertThat(why.isByMasters()).isTrue();
    assertThat(why).hasToString("""
        root may get pods in shop
          the group system:masters may do everything
        """);
  }

  @Test
  void theRuleOfAnAggregatedRoleIsShownWhereItIsWritten() {
    Rbac rbac = Rbac.of(BootstrapPolicy.addTo(Cluster.empty()));
    Rbac bound = Rbac.of(
        Aggregation.of(rbac.clusterRoles()),
        rbac.roles(),
        rbac.clusterRoleBindings(),
        List.of(
            RoleBinding.of("shop", "devs", RoleRef.clusterRole("edit"), Subject.group("devs"))));

    Explanation why = bound.why(ALICE, GET_PODS);

    assertThat(why.grants())
        .extracting(grant -> grant.source().role())
        .extracting(ObjectRef::name)
        .contains("system:aggregate-to-view");
  }

  @Test
  void ofManyOnlyAFewAreTold() {
    Policy policy = new Policy().clusterRole("view", POD_READER);
    for (int i = 0; i < 10_000; i++) {
      policy.bind("b" + i, "view", Subject.user("u" + i));
      policy.bindIn("n" + i, "b", RoleRef.clusterRole("view"), Subject.user("alice"));
      policy.bind("lost" + i, "nothing" + i, Subject.user("alice"));
    }

    List<NearMiss> misses = policy.rbac().why(ALICE, GET_PODS).nearMisses();

    assertThat(misses).hasSizeBetween(30, 60);
  }
}
