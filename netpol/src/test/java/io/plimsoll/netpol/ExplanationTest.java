package io.plimsoll.netpol;

import static io.plimsoll.netpol.Documents.adminPolicy;
import static io.plimsoll.netpol.Documents.network;
import static io.plimsoll.netpol.Documents.pod;
import static io.plimsoll.netpol.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.netpol.SideDecision.Reason;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

  private static final String SHOP = """
      apiVersion: v1
      kind: Namespace
      metadata: {name: office, labels: {team: blue}}
      ---
      """
      + pod("shop", "web")
      + pod("shop", "api")
      + pod("office", "desk", "{app: web}", "{name: c}")
      + pod("shop", "db", "{app: db}", "{name: c, ports: [{name: sql, containerPort: 5432}]}")
      + policy("shop", "db", """
          podSelector: {matchLabels: {app: db}}
          ingress:
          - from:
            - podSelector: {matchLabels: {app: web}}
            ports:
            - port: 5432
          - from:
            - namespaceSelector: {matchLabels: {team: red}}
            ports:
            - port: metrics
          """);

  @Test
  void allowedConnectionsNameEveryRuleThatAllowsThem() {
    Explanation explanation = network(SHOP).explain("shop/web", "shop/db", Protocol.TCP, 5432);

    Decision decision = explanation.part(Protocol.TCP, 5432).decision();
    assertThat(decision.allowed()).isTrue();
    assertThat(decision.egress().reason()).isEqualTo(Reason.DEFAULT);
    assertThat(decision.ingress().decidedBy())
        .hasToString("[NetworkPolicy shop/db: spec.ingress[0]]");
  }

  @Test
  void deniedConnectionsNameWhatIsolatesThePod() {
    Explanation explanation = network(SHOP).explain("shop/web", "shop/db", Protocol.TCP, 22);

    SideDecision ingress = explanation.parts().get(0).decision().ingress();
    assertThat(ingress.allowed()).isFalse();
    assertThat(ingress.reason()).isEqualTo(Reason.NETWORK_POLICY);
    assertThat(ingress.decidedBy()).hasToString("[NetworkPolicy shop/db]");
  }

  @ParameterizedTest(name = "{0} by {1} {2}: {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "shop/web | TCP | 22 | spec.ingress[0].ports | its ports are TCP 5432 only",
        "shop/web | UDP | 5432 | spec.ingress[0].ports | its protocol is another one: TCP 5432",
        "shop/api | TCP | 5432 | spec.ingress[0].from[0].podSelector"
            + " | it wants a pod with app=web, which has \"api\"",
        "office/desk | TCP | 5432 | spec.ingress[0].from[0]"
            + " | it means pods of namespace \"shop\" only, not \"office\"",
        "192.0.2.7 | TCP | 5432 | spec.ingress[0].from[0]"
            + " | it means pods, and the other end is an address",
      })
  void theNearestRuleSaysWhatItLacks(
      String source, Protocol protocol, int port, String path, String text) {
    Explanation explanation = network(SHOP).explain(source, "shop/db", protocol, port);

    NearMiss nearest = explanation.parts().get(0).nearest().get(0);
    assertThat(nearest.lacks()).hasSize(1);
    assertThat(nearest.lacks().get(0).path()).hasToString(path);
    assertThat(nearest.lacks().get(0)).hasToString(text);
  }

  @Test
  void labelsOfNamespacesAndNamesOfPortsMayBeLacking() {
    Connectivity network = network(SHOP);

    Explanation explanation = network.explain(
        network.endpoint("office/desk"),
        network.endpoint("shop/db"),
        ConnectionSet.of(Protocol.UDP, 9));

    assertThat(explanation.parts().get(0).nearest().get(0).lacks())
        .extracting(Lack::toString)
        .containsExactly(
            "it wants a namespace with team=red, which has \"blue\"",
            "the destination has no port of that name and protocol: metrics");
  }

  @Test
  void aPolicyWithoutRulesHasNoneThatComesNear() {
    Connectivity network = network(
        SHOP,
        policy("shop", "deny", "{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress]}"));

    Explanation.Part part =
        network.explain("shop/web", "shop/db", Protocol.TCP, 5432).parts().get(0);

    assertThat(part.decision().egress().decidedBy()).hasToString("[NetworkPolicy shop/deny]");
    assertThat(part.nearest()).isEmpty();
  }

  @Test
  void aRuleOfAdministratorsMayComeTooLate() {
    Connectivity network = network(SHOP, adminPolicy("guard", """
        priority: 1
        subject: {namespaces: {}}
        egress:
        - {action: Deny, to: [{namespaces: {}}]}
        - {action: Allow, to: [{namespaces: {}}]}
        """));

    Explanation.Part part =
        network.explain("shop/web", "shop/db", Protocol.TCP, 5432).parts().get(0);

    assertThat(part.decision().egress().reason()).isEqualTo(Reason.ADMIN);
    assertThat(part.nearest())
        .extracting(NearMiss::toString)
        .containsExactly(
            "AdminNetworkPolicy guard: spec.egress[1]: it comes after the rule that decides,"
                + " AdminNetworkPolicy guard: spec.egress[0]");
  }

  @Test
  void rulesThatPassConnectionsOnAreNamed() {
    Connectivity network = network(SHOP, adminPolicy("guard", """
        priority: 1
        subject: {namespaces: {}}
        ingress: [{action: Pass, from: [{namespaces: {}}]}]
        """));

    SideDecision ingress = network
        .explain("shop/web", "shop/db", Protocol.TCP, 5432)
        .parts()
        .get(0)
        .decision()
        .ingress();

    assertThat(ingress.passedBy()).hasToString("[AdminNetworkPolicy guard: spec.ingress[0]]");
    assertThat(ingress.decidedBy()).hasToString("[NetworkPolicy shop/db: spec.ingress[0]]");
  }

  @Test
  void anIngressIsTheOnlyWayOfAnIngressController() {
    Connectivity network = network(SHOP, """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {selector: {app: front}, ports: [{port: 80, targetPort: 8080}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: front, namespace: shop, labels: {app: front}}
        spec: {containers: [{name: c, ports: [{containerPort: 8080}]}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web, namespace: shop}
        spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
        """);

    Explanation explanation =
        network.explain(new Endpoint.IngressController(), network.endpoint("shop/front"));

    assertThat(explanation.allowed()).hasToString("TCP 8080");
    assertThat(explanation.entrances())
        .hasToString("[Ingress shop/web through Service shop/web: TCP 8080]");
    assertThat(explanation.part(Protocol.TCP, 80).decision().egress().reason())
        .isEqualTo(Reason.NO_ENTRANCE);
    assertThat(explanation.toString())
        .contains("  egress   denied: no Ingress, Route or route of a gateway leads there\n");
    assertThat(network.between(explanation.source(), explanation.destination()))
        .isEqualTo(explanation.allowed());
  }

  @Test
  void theTextShowsWhereTheRulesStand() {
    Cluster cluster = Cases.cluster(SHOP);
    Connectivity network = Connectivity.of(cluster);

    String text =
        ExplanationText.of(network.explain("shop/web", "shop/db", Protocol.TCP, 22), cluster::find);

    assertThat(text).isEqualTo("""
            shop/web[Pod] => shop/db[Pod] : TCP 22 denied
              egress   allowed: no policy isolates shop/web[Pod] for egress
              ingress  denied: NetworkPolicy shop/db (case.yaml:25:1) isolates the pod, and no rule allows it
            to allow it: NetworkPolicy shop/db, rule 1 (case.yaml:31:5) comes nearest, but its ports are TCP 5432 only
                     33 |     ports:
                        |     ^
            """);
  }

  @Test
  void theTextSaysWhatMakesARuleWide() {
    Cluster cluster = Cases.cluster(SHOP + policy("shop", "wide", """
        podSelector: {}
        ingress:
        - from:
          - podSelector: {}
        """));
    Connectivity network = Connectivity.of(cluster);

    String text =
        ExplanationText.of(network.explain("shop/api", "shop/db", Protocol.TCP, 22), cluster::find);

    assertThat(text)
        .contains("ingress  allowed: NetworkPolicy shop/wide, rule 1 (case.yaml:")
        .contains(") has no \"ports\": every port is open");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "priority: 1001 | Deny",
        "priority: 1    | Refuse",
      })
  void aPolicyThatIsRefusedCountsAndIsNamedAsSuch(String priority, String action) {
    Connectivity network = network(SHOP, adminPolicy("guard", """
        %s
        subject: {namespaces: {}}
        ingress: [{action: %s, from: [{namespaces: {}}]}]
        """.formatted(priority, action)));

    Explanation explanation = network.explain("shop/web", "shop/db", Protocol.TCP, 5432);

    SideDecision ingress = explanation.parts().get(0).decision().ingress();
    assertThat(ingress.allowed()).isFalse();
    assertThat(ingress.decidedBy())
        .extracting(SideDecision.DecidingRule::refused)
        .containsExactly(true);
    assertThat(explanation.toString())
        .contains("AdminNetworkPolicy guard, spec.ingress[0] denies it\n"
            + "           the API server would refuse AdminNetworkPolicy guard; it counts here, and"
            + " what is unknown in it is evaluated as closed\n");
    assertThat(network.problems())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.object()).hasToString("AdminNetworkPolicy guard"));
  }

  @Test
  void aPolicyThatTheApiServerTakesIsNotCalledRefused() {
    Explanation explanation = network(SHOP).explain("shop/web", "shop/db", Protocol.TCP, 22);

    assertThat(explanation.toString()).doesNotContain("refuse");
  }

  @Test
  void aPartMustBeAskedForByAConnectionThatWas() {
    Explanation explanation = network(SHOP).explain("shop/web", "shop/db", Protocol.TCP, 5432);

    assertThatThrownBy(() -> explanation.part(Protocol.TCP, 22))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not asked about: \"TCP 22\"");
  }
}
