package io.plimsoll.netpol.exposure;

import static io.plimsoll.netpol.Documents.adminPolicy;
import static io.plimsoll.netpol.Documents.network;
import static io.plimsoll.netpol.Documents.pod;
import static io.plimsoll.netpol.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExposureTest {

  private static final String WEB = pod("shop", "web");

  /** A policy that lets peers in by one port. */
  private static String from(String peers) {
    return policy("shop", "web", """
        podSelector: {}
        ingress:
        - ports: [{port: 80}]
          from: %s
        """.formatted(peers.replace("\n", " ")));
  }

  private static List<String> ingress(String... documents) {
    return exposure(documents)
        .lines()
        .filter(line -> line.direction() == Direction.INGRESS)
        .map(ExposureLine::toString)
        .toList();
  }

  private static Exposure exposure(String... documents) {
    return Exposure.of(network(documents));
  }

  @Test
  void whatNoPolicyProtectsIsOpenToAll() {
    Exposure exposure = exposure(WEB);

    assertThat(exposure.unprotected())
        .extracting(Unprotected::toString)
        .containsExactly(
            "shop/web[Pod] is not protected on Egress",
            "shop/web[Pod] is not protected on Ingress");
    assertThat(exposure.lines())
        .extracting(ExposureLine::toString)
        .containsExactly(
            "shop/web[Pod] => entire-cluster : All Connections",
            "shop/web[Pod] => 0.0.0.0-255.255.255.255[External] : All Connections",
            "shop/web[Pod] <= entire-cluster : All Connections",
            "shop/web[Pod] <= 0.0.0.0-255.255.255.255[External] : All Connections");
  }

  @Test
  void rulesDescribePodsThatNeedNotExist() {
    List<String> lines = ingress(WEB, from("""
        [{podSelector: {matchLabels: {app: api}}},
         {namespaceSelector: {matchLabels: {team: red, env: ""}}},
         {namespaceSelector: {}, podSelector: {matchLabels: {app: probe}}},
         {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}}]"""));

    assertThat(lines)
        .containsExactly(
            "shop/web[Pod] <= [all namespaces]/[pod with {app=probe}] : TCP 80",
            "shop/web[Pod] <= [namespace with {env=,team=red}]/[all pods] : TCP 80",
            "shop/web[Pod] <= ops/[all pods] : TCP 80",
            "shop/web[Pod] <= shop/[pod with {app=api}] : TCP 80");
  }

  @Test
  void podsOfTheClusterAreNotNamedAgain() {
    List<String> lines = ingress(WEB, from("[{podSelector: {matchLabels: {app: web}}}]"));

    assertThat(lines).isEmpty();
  }

  @Test
  void aRuleForAllPodsIsTheEntireCluster() {
    List<String> lines = ingress(WEB, from("[{namespaceSelector: {}}]"));

    assertThat(lines).containsExactly("shop/web[Pod] <= entire-cluster : TCP 80");
  }

  @Test
  void whatAnAdministratorDeniesIsAnException() {
    List<String> lines = ingress(WEB, adminPolicy("guard", """
        priority: 1
        subject: {namespaces: {}}
        ingress: [{action: Deny, from: [{namespaces: {matchLabels: {env: dev}}}]}]
        """));

    assertThat(lines)
        .contains(
            "shop/web[Pod] <= entire-cluster : All Connections",
            "shop/web[Pod] <= [namespace with {env=dev}]/[all pods] : No Connections");
  }

  @Test
  void podsThatAConditionLeavesOutAreAnException() {
    List<String> lines = ingress(WEB, from("""
        [{namespaceSelector: {}, podSelector: {matchExpressions: [
           {key: app, operator: NotIn, values: [spy]}]}}]"""));

    assertThat(lines)
        .containsExactly(
            "shop/web[Pod] <= entire-cluster : TCP 80",
            "shop/web[Pod] <= [all namespaces]/[pod with {app=spy}] : No Connections");
  }

  @Test
  void eachValueDescribesAPodAndALabelWithAnyIsNamedByItsKey() {
    List<String> lines = ingress(WEB, from("""
        [{namespaceSelector: {}, podSelector: {matchExpressions: [
           {key: tier, operator: In, values: [a, b]}, {key: probe, operator: Exists}]}}]"""));

    assertThat(lines)
        .containsExactly(
            "shop/web[Pod] <= [all namespaces]/[pod with {probe,tier=a}] : TCP 80",
            "shop/web[Pod] <= [all namespaces]/[pod with {probe,tier=b}] : TCP 80");
  }

  @Test
  void addressesAreNamedEvenWhereNoPodMayCome() {
    List<String> lines = ingress(WEB, from("[{ipBlock: {cidr: 192.0.2.0/24}}]"));

    assertThat(lines).containsExactly("shop/web[Pod] <= 192.0.2.0-192.0.2.255[External] : TCP 80");
  }

  @Test
  void aWorkloadOfListsHasLinesOfItsOwn() {
    Exposure exposure = exposure(WEB, pod("shop", "api"));
    Endpoint web = new Endpoint.Pod("shop", "web");

    assertThat(exposure.lines(web, Direction.EGRESS))
        .isEqualTo(exposure
            .lines()
            .filter(line -> line.workload().equals(web) && line.direction() == Direction.EGRESS)
            .toList())
        .isNotEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exposure.lines(new Endpoint.Pod("shop", "none"), Direction.EGRESS))
        .withMessage("not in lists: \"shop/none[Pod]\"");
  }
}
