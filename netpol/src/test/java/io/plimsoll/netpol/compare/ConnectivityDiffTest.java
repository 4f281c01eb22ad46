package io.plimsoll.netpol.compare;

import static io.plimsoll.netpol.Documents.network;
import static io.plimsoll.netpol.Documents.pod;
import static io.plimsoll.netpol.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.netpol.connection.Endpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectivityDiffTest {

  private static final String WEB = pod("shop", "web");

  private static final String DB = pod("shop", "db");

  private static final String ISOLATED =
      policy("shop", "isolated", "{podSelector: {}, policyTypes: [Ingress, Egress]}");

  /** Every pod takes connections by one port. */
  private static String open(int port) {
    return ISOLATED.replace(
        "policyTypes: [Ingress, Egress]", "ingress: [{ports: [{port: " + port + "}]}]");
  }

  /** The database takes connections by one port from the web pods, and from some addresses. */
  private static String db(int port, String cidr) {
    return policy("shop", "db", """
        podSelector: {matchLabels: {app: db}}
        ingress:
        - from: [{podSelector: {matchLabels: {app: web}}}]
          ports: [{port: %d}]
        - from: [{ipBlock: {cidr: %s}}]
        """.formatted(port, cidr));
  }

  private static ConnectivityDiff diff(String before, String after) {
    return ConnectivityDiff.between(network(before), network(after));
  }

  private static List<String> causes(ConnectivityDiff diff) {
    return diff.changes().map(change -> change.causes().toString()).distinct().toList();
  }

  @Test
  void sameClustersDoNotDiffer() {
    String cluster = WEB + DB + db(5432, "10.0.0.0/8");

    ConnectivityDiff diff = diff(cluster, cluster);

    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.policies()).isEmpty();
  }

  @Test
  void aChangedRuleChangesConnections() {
    ConnectivityDiff diff =
        diff(WEB + DB + db(5432, "10.0.0.0/8"), WEB + DB + db(5433, "10.0.0.0/8"));

    assertThat(diff.changes())
        .extracting(ConnectionChange::toString)
        .containsExactly("diff-type: changed, source: shop/web[Pod], destination: shop/db[Pod],"
            + " ref1: TCP 5432, ref2: TCP 5433");
    assertThat(causes(diff)).containsExactly("[NetworkPolicy shop/db changed]");
    assertThat(diff.policies()).hasToString("[NetworkPolicy shop/db changed]");
  }

  @Test
  void addressesAreNamedAsFarAsTheyChange() {
    ConnectivityDiff diff = diff(DB + db(5432, "10.0.0.0/9"), DB + db(5432, "10.0.0.0/8"));

    assertThat(diff.changes())
        .extracting(ConnectionChange::toString)
        .containsExactly("diff-type: added, source: 10.128.0.0-10.255.255.255[External],"
            + " destination: shop/db[Pod], ref1: No Connections, ref2: All Connections");
  }

  @Test
  void aPolicyIsTheCauseOfWhatIsolationLetThePodsOwnNodeDo() {
    String cluster = WEB.replace("spec: {", "spec: {nodeName: one, ") + """
        apiVersion: v1
        kind: Node
        metadata: {name: one}
        status: {addresses: [{type: InternalIP, address: 172.18.0.2}]}
        ---
        apiVersion: policy.networking.k8s.io/v1alpha2
        kind: ClusterNetworkPolicy
        metadata: {name: baseline}
        spec:
          tier: Baseline
          priority: 1
          subject: {namespaces: {}}
          ingress: [{action: Deny, from: [{future: {}}]}]
        ---
        """;

    ConnectivityDiff diff = diff(cluster + ISOLATED, cluster);

    assertThat(diff.changes())
        .filteredOn(change -> change.destination() instanceof Endpoint.Pod)
        .extracting(ConnectionChange::toString)
        .containsExactly("diff-type: removed, source: 172.18.0.2-172.18.0.2[External],"
            + " destination: shop/web[Pod], ref1: All Connections, ref2: No Connections");
    assertThat(causes(diff)).containsExactly("[NetworkPolicy shop/isolated removed]");
  }

  @Test
  void aNewPolicyIsTheCauseOfWhatItTakesAway() {
    ConnectivityDiff diff = diff(WEB + DB, WEB + DB + ISOLATED);

    assertThat(diff.changes())
        .hasSize(6)
        .allSatisfy(change -> assertThat(change.type()).isEqualTo(ChangeType.REMOVED));
    assertThat(causes(diff)).containsExactly("[NetworkPolicy shop/isolated added]");
  }

  @Test
  void everyPolicyWhoseRulesAllowedOrAllowIsACause() {
    ConnectivityDiff diff = diff(
        WEB + DB + open(1) + db(5432, "10.0.0.0/8"), WEB + DB + open(2) + db(5433, "10.0.0.0/8"));

    assertThat(diff.policies()).hasSize(2);
    assertThat(diff.changes().filter(change -> change.destination().toString().contains("/db")))
        .anySatisfy(change -> assertThat(change.causes())
            .hasToString("[NetworkPolicy shop/db changed, NetworkPolicy shop/isolated changed]"));
    assertThat(diff.changes().filter(change -> change.destination().toString().contains("/web")))
        .isNotEmpty()
        .allSatisfy(change ->
            assertThat(change.causes()).hasToString("[NetworkPolicy shop/isolated changed]"));
  }

  @Test
  void aPolicyThatIsolatesAllTheTimeIsNoCause() {
    String other = ISOLATED
        .replace("[Ingress, Egress]", "[Egress, Ingress]")
        .replace("{podSelector: {},", "{podSelector: {matchLabels: {app: db}},");

    ConnectivityDiff diff =
        diff(DB + ISOLATED + db(5432, "10.0.0.0/9"), DB + other + db(5432, "10.0.0.0/8"));

    assertThat(diff.policies()).hasSize(2);
    assertThat(causes(diff)).containsExactly("[NetworkPolicy shop/db changed]");
  }

  @Test
  void otherLabelsAreTheCauseIfNoPolicyIs() {
    String policy = db(5432, "10.0.0.0/8");

    ConnectivityDiff diff =
        diff(WEB + DB + policy, WEB.replace("app: web", "app: api") + DB + policy);

    assertThat(diff.changes()).hasSize(1);
    assertThat(causes(diff)).containsExactly("[workload shop/web[Pod] changed]");
  }

  @Test
  void otherLabelsOfTheNamespaceAreTheCauseIfNothingElseIs() {
    String policy = db(5432, "10.0.0.0/8")
        .replace(
            "{podSelector: {matchLabels: {app: web}}}",
            "{namespaceSelector: {matchLabels: {team: red}}}");
    String namespace = """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {team: blue}}
        ---
        """;

    ConnectivityDiff diff =
        diff(WEB + DB + policy + namespace, WEB + DB + policy + namespace.replace("blue", "red"));

    assertThat(diff.changes()).hasSize(1);
    assertThat(causes(diff)).containsExactly("[Namespace shop changed]");
  }

  @Test
  void aNewWorkloadIsTheCauseOfItsConnections() {
    ConnectivityDiff diff = diff(WEB, WEB + DB);

    assertThat(diff.changes().map(ConnectionChange::toString))
        .hasSize(4)
        .contains("diff-type: added, source: shop/web[Pod], destination: shop/db[Pod],"
            + " ref1: No Connections, ref2: All Connections,"
            + " workloads-diff-info: workload shop/db[Pod] added");
    assertThat(causes(diff)).containsExactly("[workload shop/db[Pod] added]");
  }

  @Test
  void bothEndsMayBeNew() {
    ConnectivityDiff diff = diff("", WEB + DB);

    assertThat(diff.changes().map(ConnectionChange::toString))
        .contains("diff-type: added, source: shop/web[Pod], destination: shop/db[Pod],"
            + " ref1: No Connections, ref2: All Connections,"
            + " workloads-diff-info: workload shop/web[Pod] and shop/db[Pod] added");
  }

  @Test
  void anIngressIsTheCauseOfWhatItLeadsTo() {
    String service = """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
        ---
        """;
    String ingress = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web, namespace: shop}
        spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
        ---
        """;
    String web = WEB.replace("{name: c}", "{name: c, ports: [{containerPort: 8080}]}");

    ConnectivityDiff diff = diff(web + service, web + service + ingress);

    assertThat(diff.changes())
        .hasSize(1)
        .allSatisfy(change -> assertThat(change.after()).hasToString("TCP 8080"));
    assertThat(causes(diff)).containsExactly("[Ingress shop/web through Service shop/web added]");
  }
}
