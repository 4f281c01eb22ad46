package io.plimsoll.netpol;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Problem;
import io.plimsoll.netpol.connection.ConnectionSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectivityProblemsTest {

  private static final String PODS = """
      apiVersion: v1
      kind: Pod
      metadata: {name: a, namespace: ns}
      spec: {containers: [{name: c}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: b, namespace: ns, labels: {app: b}}
      spec: {containers: [{name: c}]}
      ---
      """;

  private static Connectivity network(String policy) {
    return Connectivity.of(Cases.cluster(PODS + policy));
  }

  private static String policy(String spec) {
    return """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: p, namespace: ns}
        spec: %s
        """.formatted(spec);
  }

  @Test
  void aProblemHasItsPlaceAndTheRestOfThePolicyCounts() {
    Connectivity network = network(
        policy(
            "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0.0/8}}]}, {from: [{podSelector: {matchLabels: {app: b}}}]}]}"));

    List<Problem> problems = network.problems();

    assertThat(problems)
        .extracting(Object::toString)
        .containsExactly(
            "case.yaml:14:54: error: NetworkPolicy ns/p: spec.ingress[0].from[0].ipBlock.cidr: "
                + "Invalid value: \"10.0.0.0.0/8\": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64) [field-invalid]");
    assertThat(network.between("ns/b", "ns/a")).isEqualTo(ConnectionSet.ALL);
    assertThat(network.between("10.0.0.1", "ns/a")).isEqualTo(ConnectionSet.NONE);
  }

  @Test
  void aPolicyThatSelectsNothingIsStillChecked() {
    Connectivity network = network(
        policy("{podSelector: {matchLabels: {app: none}}, ingress: [{ports: [{port: 70000}]}]}"));

    assertThat(network.problems())
        .extracting(Problem::message)
        .containsExactly("Invalid value: 70000: must be between 1 and 65535, inclusive");
  }

  @Test
  void aNamespaceThatNothingElseIsInIsAWarning() {
    Connectivity network =
        network(policy("{podSelector: {}}").replace("namespace: ns", "namespace: m"));

    assertThat(network.problems())
        .extracting(Object::toString)
        .containsExactly("case.yaml:13:21: warning: NetworkPolicy m/p: metadata.namespace: "
            + "there is neither a namespace \"m\" nor a pod in it [missing-namespace]");
  }

  @Test
  void anUnknownPeerFailsClosed() {
    String cluster = """
        apiVersion: policy.networking.k8s.io/v1alpha2
        kind: ClusterNetworkPolicy
        metadata: {name: p}
        spec:
          tier: Admin
          priority: 1
          subject: {namespaces: {}}
          ingress: [{action: %s, from: [{future: {}}], protocols: [{tcp: {}}]}]
        """;

    assertThat(network(cluster.formatted("Accept")).between("ns/a", "ns/b"))
        .isEqualTo(ConnectionSet.ALL);
    assertThat(network(cluster.formatted("Deny")).between("ns/a", "ns/b"))
        .isEqualTo(ConnectionSet.NONE);
    assertThat(network(cluster.formatted("Pass")).between("ns/a", "ns/b"))
        .isEqualTo(ConnectionSet.NONE);
  }

  @Test
  void anUnknownOperatorSelectsNothing() {
    Connectivity network = network(
        policy(
            "{podSelector: {}, ingress: [{from: [{podSelector: {matchExpressions: [{key: app, operator: Like, values: [b]}]}}]}]}"));

    assertThat(network.between("ns/b", "ns/a")).isEqualTo(ConnectionSet.NONE);
    assertThat(network.problems())
        .extracting(Problem::message)
        .containsExactly("Invalid value: \"Like\": not a valid selector operator");
  }

  @Test
  void thousandsOfExceptionsAreHoles() {
    String except = IntStream.range(0, 5000)
        .mapToObj(i -> "10." + i / 256 + "." + i % 256 + ".0/25")
        .collect(Collectors.joining(", "));
    Connectivity network =
        network(policy("{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: ["
            + except + "]}}]}]}"));

    assertThat(network.problems()).isEmpty();
    assertThat(network.between("10.3.3.5", "ns/a")).isEqualTo(ConnectionSet.NONE);
    assertThat(network.between("10.3.3.130", "ns/a")).isEqualTo(ConnectionSet.ALL);
  }
}
