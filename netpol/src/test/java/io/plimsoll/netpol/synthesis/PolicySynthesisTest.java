package io.plimsoll.netpol.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.netpol.Cases;
import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicySynthesisTest {

  private static String workload(String namespace, String name, String labels) {
    return workload(namespace, name, labels, "containers: [{name: c}]");
  }

  private static String workload(String namespace, String name, String labels, String spec) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %s, namespace: %s}
        spec: {template: {metadata: {labels: {%s}}, spec: {%s}}}
        ---
        """.formatted(name, namespace, labels, spec);
  }

  private static final String SHOP = workload("shop", "web", "app: web, tier: front")
      + workload("shop", "api", "app: api, tier: back, version: v7")
      + workload("shop", "jobs", "app: jobs, tier: back")
      + workload("shop", "db", "app: db")
      + workload("mon", "prometheus", "app: prometheus");

  private static PolicySynthesis synthesis(String manifests, String... lines) {
    Cluster cluster = Cases.cluster(manifests);
    Connectivity network = Connectivity.of(cluster);
    List<ConnectionLine> wanted =
        Arrays.stream(lines).map(line -> line(network, line)).toList();
    return PolicySynthesis.of(cluster, wanted, SynthesisOptions.DEFAULT.withoutDns());
  }

  /** Reads {@code shop/web -> shop/db : TCP 5432}. */
  private static ConnectionLine line(Connectivity network, String line) {
    String[] parts = line.split(" -> | : ", 3);
    return new ConnectionLine(
        network.endpoint(parts[0]), network.endpoint(parts[1]), ConnectionSet.parse(parts[2]));
  }

  private static String yaml(PolicySynthesis synthesis, String name) {
    return Arrays.stream(synthesis.toYaml().split("---\n", -1))
        .filter(document -> document.contains("  name: " + name + "\n"))
        .reduce("", String::concat);
  }

  @Test
  void aConnectionBecomesARuleOnBothSides() {
    PolicySynthesis synthesis = synthesis(
        SHOP, "shop/api -> shop/db : TCP 5432", "mon/prometheus -> shop/db : TCP 9000-9100");

    assertThat(synthesis.problems()).isEmpty();
    assertThat(synthesis.policies())
        .extracting(policy -> policy.ref().toString())
        .containsExactly(
            "NetworkPolicy mon/default-deny",
            "NetworkPolicy mon/prometheus",
            "NetworkPolicy shop/default-deny",
            "NetworkPolicy shop/api",
            "NetworkPolicy shop/db");
    assertThat(yaml(synthesis, "db")).isEqualTo("""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: db
          namespace: shop
        spec:
          podSelector:
            matchLabels:
              app: db
          policyTypes:
          - Ingress
          ingress:
          - from:
            - namespaceSelector:
                matchLabels:
                  kubernetes.io/metadata.name: mon
              podSelector:
                matchLabels:
                  app: prometheus
            ports:
            - protocol: TCP
              port: 9000
              endPort: 9100
          - from:
            - podSelector:
                matchLabels:
                  app: api
            ports:
            - protocol: TCP
              port: 5432
        """);
  }

  @Test
  void peersWithTheSamePortsShareARuleAndALabelIfTheyCan() {
    PolicySynthesis byTier =
        synthesis(SHOP, "shop/api -> shop/db : TCP 5432", "shop/jobs -> shop/db : TCP 5432");
    PolicySynthesis byName =
        synthesis(SHOP, "shop/api -> shop/db : TCP 5432", "shop/web -> shop/db : TCP 5432");

    assertThat(byTier.policies())
        .extracting(policy -> policy.metadata().name())
        .containsExactly("default-deny", "default-deny", "back", "db");
    assertThat(yaml(byTier, "db")).contains("""
              - from:
                - podSelector:
                    matchLabels:
                      tier: back
                ports:
            """);
    assertThat(yaml(byName, "db")).contains("""
                - podSelector:
                    matchExpressions:
                    - key: app
                      operator: In
                      values:
                      - api
                      - web
            """);
    assertThat(yaml(byName, "api-and-web")).contains("  - Egress");
  }

  @Test
  void aWorkloadWithoutALabelOfItsOwnIsSelectedByWhatItLacks() {
    String canary = workload("shop", "web", "app: web")
        + workload("shop", "canary", "app: web, track: canary")
        + workload("shop", "db", "app: db");

    PolicySynthesis synthesis = synthesis(canary, "shop/web -> shop/db : TCP 5432");

    assertThat(synthesis.problems()).isEmpty();
    assertThat(yaml(synthesis, "db")).contains("""
                - podSelector:
                    matchLabels:
                      app: web
                    matchExpressions:
                    - key: track
                      operator: DoesNotExist
            """);
  }

  @Test
  void addressesBecomeBlocksWithExceptions() {
    PolicySynthesis synthesis = synthesis(
        SHOP,
        "shop/web -> 0.0.0.0-9.255.255.255 : TCP 443",
        "shop/web -> 11.0.0.0-255.255.255.255 : TCP 443",
        "192.0.2.0/25 -> shop/web : TCP 443",
        "192.0.2.128/26 -> shop/web : TCP 443");

    assertThat(synthesis.problems()).isEmpty();
    assertThat(yaml(synthesis, "web"))
        .contains(
            "    - ipBlock:\n        cidr: 0.0.0.0/0\n        except:\n        - 10.0.0.0/8\n")
        .contains(
            "    - ipBlock:\n        cidr: 192.0.2.0/25\n    - ipBlock:\n        cidr: 192.0.2.128/26\n");
  }

  @Test
  void dnsIsKept() {
    String dns = workload("kube-system", "coredns", "k8s-app: kube-dns");
    Cluster cluster = Cases.cluster(SHOP + dns);

    PolicySynthesis synthesis = PolicySynthesis.of(cluster, List.of());

    assertThat(synthesis.problems()).isEmpty();
    assertThat(Connectivity.of(synthesis.applyTo(cluster)).lines())
        .extracting(Object::toString)
        .containsExactly(
            "mon/prometheus[Deployment] => kube-system/coredns[Deployment] : TCP 53,UDP 53",
            "shop/api[Deployment] => kube-system/coredns[Deployment] : TCP 53,UDP 53",
            "shop/db[Deployment] => kube-system/coredns[Deployment] : TCP 53,UDP 53",
            "shop/jobs[Deployment] => kube-system/coredns[Deployment] : TCP 53,UDP 53",
            "shop/web[Deployment] => kube-system/coredns[Deployment] : TCP 53,UDP 53");
  }

  @Test
  void whatThereIsCanBeTightened() {
    Cluster cluster = Cases.cluster(SHOP + """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: old, namespace: shop}
        spec:
          podSelector: {matchLabels: {app: db}}
          ingress: [{from: [{podSelector: {}}], ports: [{port: 5432}]}]
        """);
    Connectivity network = Connectivity.of(cluster);
    Endpoint db = network.endpoint("shop/db");

    PolicySynthesis synthesis = PolicySynthesis.tighten(
        network,
        line ->
            line.destination().equals(db) && !line.source().equals(network.endpoint("shop/web")));

    assertThat(synthesis.problems()).isEmpty();
    Cluster tight = synthesis.applyTo(cluster);
    assertThat(tight.all(NetworkPolicy.KIND))
        .noneMatch(policy -> "old".equals(policy.metadata().name()));
    assertThat(Connectivity.of(tight).lines())
        .extracting(Object::toString)
        .containsExactly(
            "shop/api[Deployment] => shop/db[Deployment] : TCP 5432",
            "shop/jobs[Deployment] => shop/db[Deployment] : TCP 5432");
    assertThat(Connectivity.of(tight).between(db, db)).hasToString("TCP 5432");
  }

  @Test
  void podsThatLabelsDoNotTellApartAreAnError() {
    String twins = SHOP + workload("shop", "twin", "app: web, tier: front, pod-template-hash: x1");

    PolicySynthesis synthesis = synthesis(twins, "shop/web -> shop/db : TCP 5432");

    assertThat(synthesis.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "case.yaml:29:30: error: Deployment shop/twin: spec.template.metadata.labels: "
                + "no label that lasts tells its pods from those of shop/web[Deployment]; allowed as well: "
                + "shop/twin[Deployment] => shop/db[Deployment] : TCP 5432 [same-labels]");
  }

  @Test
  void podsInTheirNodesNetworkAreAProblem() {
    String host =
        SHOP + workload("shop", "agent", "app: agent", "hostNetwork: true, containers: []");

    PolicySynthesis synthesis = synthesis(host, "shop/agent -> shop/db : TCP 5432");

    assertThat(synthesis.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "case.yaml:29:30: error: Deployment shop/agent: spec.template.metadata.labels: its pods are in their node's network, "
                + "where no selector selects them; not allowed: shop/agent[Deployment] => shop/db[Deployment] : TCP 5432 [inexpressible-connection]",
            "case.yaml:29:30: warning: Deployment shop/agent: spec.template.metadata.labels: its pods are in their node's network, "
                + "to which policies do not apply; allowed anyway: shop/agent[Deployment] => shop/agent[Deployment] : All Connections, and 2 more [unavoidable-connection]");
  }

  @Test
  void whatAdministratorsDecideIsAProblem() {
    String admin = SHOP + """
        apiVersion: policy.networking.k8s.io/v1alpha1
        kind: AdminNetworkPolicy
        metadata: {name: admin}
        spec:
          priority: 1
          subject: {pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: db}}}}
          ingress:
          - {action: Deny, from: [{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: web}}}}]}
        """;

    PolicySynthesis synthesis =
        synthesis(admin, "shop/web -> shop/db : TCP 5432", "shop/api -> shop/db : TCP 5432");

    assertThat(synthesis.problems())
        .extracting(Problem::message)
        .containsExactly("policies of administrators deny what is wanted; not allowed: "
            + "shop/web[Deployment] => shop/db[Deployment] : TCP 5432");
  }

  @Test
  void aLineNeedsAPodOnOneSide() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> synthesis(SHOP, "192.0.2.1 -> 192.0.2.2 : TCP 1"))
        .withMessage(
            "no pod or workload on either side: \"192.0.2.1-192.0.2.1[External] => 192.0.2.2-192.0.2.2[External] : TCP 1\"");
    Cluster cluster = Cases.cluster(SHOP);
    Endpoint nobody = new Endpoint.Pod("shop", "nobody");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicySynthesis.of(
            cluster, List.of(new ConnectionLine(nobody, nobody, ConnectionSet.ALL))))
        .withMessage("no such pod or workload: \"shop/nobody[Pod]\"");
  }
}
