package io.plimsoll.netpol.border;

import static io.plimsoll.netpol.Documents.pod;
import static io.plimsoll.netpol.Documents.policy;
import static io.plimsoll.netpol.connection.Direction.EGRESS;
import static io.plimsoll.netpol.connection.Direction.INGRESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.netpol.Cases;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.Documents;
import io.plimsoll.netpol.border.NamespaceIsolation.Coverage;
import io.plimsoll.netpol.border.WorkloadIsolation.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamespaceBordersTest {

  private static final String PODS =
      pod("a", "web") + pod("a", "db") + pod("b", "client") + pod("c", "probe");

  @Test
  void withoutPoliciesNothingIsClosed() {
    NamespaceIsolation isolation = borders(PODS).isolation("a", INGRESS);

    assertThat(isolation.coverage()).isEqualTo(Coverage.NO_POD);
    assertThat(isolation.in(State.OPEN)).hasToString("[a/db[Pod], a/web[Pod]]");
    assertThat(isolation.ofAllPods()).isEmpty();
  }

  @Test
  void aPolicyOfAllPodsDeniesByDefaultInItsDirectionsOnly() {
    NamespaceBorders borders =
        borders(PODS, policy("a", "deny", "{podSelector: {}, policyTypes: [Ingress]}"));

    assertThat(borders.isolation("a", INGRESS).coverage()).isEqualTo(Coverage.DEFAULT_DENY);
    assertThat(borders.isolation("a", INGRESS).ofAllPods()).hasToString("[NetworkPolicy a/deny]");
    assertThat(borders.isolation("a", EGRESS).coverage()).isEqualTo(Coverage.NO_POD);
    assertThat(borders.isolation("b", INGRESS).coverage()).isEqualTo(Coverage.NO_POD);
  }

  @Test
  void aNamespaceWithoutPodsMayDenyByDefault() {
    NamespaceBorders borders =
        borders(PODS, policy("empty", "deny", "{podSelector: {}, policyTypes: [Egress]}"));

    assertThat(borders.isolation("empty", EGRESS).coverage()).isEqualTo(Coverage.DEFAULT_DENY);
    assertThat(borders.isolation("empty", INGRESS).coverage()).isEqualTo(Coverage.NO_POD);
  }

  @Test
  void aPolicyThatAllowsEverythingClosesNothing() {
    NamespaceIsolation isolation = borders(
            PODS, policy("a", "all", "{podSelector: {}, ingress: [{}]}"))
        .isolation("a", INGRESS);

    assertThat(isolation.coverage()).isEqualTo(Coverage.NO_POD);
    assertThat(isolation.opened()).isTrue();
    assertThat(isolation.workloads().get(0).policies()).hasToString("[NetworkPolicy a/all]");
  }

  @Test
  void podsThatArePickedOneByOneAreNotThoseToCome() {
    String db = policy("a", "db", "{podSelector: {matchLabels: {app: db}}}");
    String web = policy("a", "web", "{podSelector: {matchLabels: {app: web}}}");

    assertThat(borders(PODS, db).isolation("a", INGRESS).coverage()).isEqualTo(Coverage.SOME_PODS);
    assertThat(borders(PODS, db).isolation("a", INGRESS).in(State.OPEN))
        .hasToString("[a/web[Pod]]");
    assertThat(borders(PODS, db, web).isolation("a", INGRESS).coverage())
        .isEqualTo(Coverage.EVERY_POD);
  }

  @Test
  void administratorsRestrictAndPodsOfNodesAreBeyondPolicies() {
    String admin = Documents.adminPolicy(
        "guard",
        "{priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {matchLabels: {kubernetes.io/metadata.name: b}}}]}]}");
    String host = """
        apiVersion: v1
        kind: Pod
        metadata: {name: agent, namespace: a}
        spec: {hostNetwork: true, containers: [{name: c}]}
        ---
        """;
    NamespaceIsolation isolation = borders(PODS, host, admin).isolation("a", INGRESS);

    assertThat(isolation.coverage()).isEqualTo(Coverage.SOME_PODS);
    assertThat(isolation.in(State.RESTRICTED)).hasToString("[a/db[Pod], a/web[Pod]]");
    assertThat(isolation.in(State.NODE)).hasToString("[a/agent[Pod]]");
    assertThat(isolation.workloads().get(1).policies()).hasToString("[AdminNetworkPolicy guard]");
  }

  @Test
  void whatIsLeftIsListedFromBothSides() {
    NamespaceBorders borders = borders(
        PODS,
        policy("a", "deny", "{podSelector: {}, policyTypes: [Ingress, Egress]}"),
        policy(
            "a",
            "web",
            "{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: b}}}], ports: [{port: 80}]}]}"),
        policy("c", "deny", "{podSelector: {}, policyTypes: [Egress]}"));

    assertThat(borders.crossings("a", INGRESS)).hasToString("[a: [a/web[Pod]] <= [b] : TCP 80]");
    assertThat(borders.crossings("a", EGRESS)).isEmpty();
    assertThat(borders.crossings("b", EGRESS))
        .hasToString(
            "[b: [b/client[Pod]] => [a] : TCP 80, b: [b/client[Pod]] => [c] : All Connections]");
    assertThat(borders.crossings("c", INGRESS))
        .hasToString("[c: [c/probe[Pod]] <= [b] : All Connections]");
    assertThat(borders.crossings("c", EGRESS)).isEmpty();
    assertThat(borders.crossings("nowhere", EGRESS)).isEmpty();
  }

  @Test
  void namespacesThatAreOpenShareTheListOfAll() {
    StringBuilder pods = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      pods.append(pod("ns-" + i, "web"));
      pods.append(
          policy("ns-" + i, "out", "{podSelector: {}, policyTypes: [Ingress], ingress: [{}]}"));
    }
    NamespaceBorders borders = borders(pods.toString());

    List<Crossing> crossings = borders.crossings("ns-7", EGRESS);
    assertThat(crossings).hasSize(1);
    assertThat(crossings.get(0).others()).hasSize(19).doesNotContain("ns-7");
    assertThat(borders.crossings("ns-8", EGRESS).get(0).peers())
        .isSameAs(crossings.get(0).peers());
  }

  private static NamespaceBorders borders(String... documents) {
    return NamespaceBorders.of(Connectivity.of(Cases.cluster(String.join("", documents))));
  }
}
