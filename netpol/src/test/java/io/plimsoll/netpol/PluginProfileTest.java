package io.plimsoll.netpol;

import static io.plimsoll.netpol.Documents.adminPolicy;
import static io.plimsoll.netpol.Documents.pod;
import static io.plimsoll.netpol.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.netpol.PluginProfile.Gap;
import io.plimsoll.netpol.SideDecision.Reason;
import io.plimsoll.netpol.compare.ConnectionChange;
import io.plimsoll.netpol.compare.ConnectivityDiff;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.netpol.lint.NetworkPolicyLint;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginProfileTest {

  private static final String SHOP =
      pod("shop", "web") + pod("shop", "db") + policy("shop", "db", """
          podSelector: {matchLabels: {app: db}}
          policyTypes: [Ingress, Egress]
          ingress:
          - from: [{podSelector: {matchLabels: {app: web}}}]
            ports:
            - {port: 5432, endPort: 5440}
            - {port: 7000, protocol: SCTP}
          """);

  private static final String GUARD = """
      apiVersion: policy.networking.k8s.io/v1alpha2
      kind: ClusterNetworkPolicy
      metadata: {name: guard}
      spec:
        tier: Admin
        priority: 1
        subject: {namespaces: {}}
        egress:
        - {action: Deny, to: [{networks: [10.0.0.0/8]}], protocols: [{sctp: {}}, {tcp: {}}]}
      ---
      """ + adminPolicy("fence", """
          priority: 1
          subject: {namespaces: {}}
          ingress:
          - action: Deny
            from: [{namespaces: {}}]
            ports: [{portNumber: {port: 22}}, {portNumber: {protocol: SCTP, port: 22}}]
          """);

  private static Connectivity network(String text, PluginProfile plugin) {
    return Connectivity.of(Cases.cluster(text), ConnectivityOptions.DEFAULT.withPlugin(plugin));
  }

  @ParameterizedTest(name = "without {0}: {1} to {2} by {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "               | shop/web | shop/db | SCTP 7000,TCP 5432-5440",
        "               | shop/db  | shop/web | No Connections",
        "NETWORK_POLICY | shop/web | shop/db | All Connections",
        "NETWORK_POLICY | shop/db  | shop/web | All Connections",
        "EGRESS         | shop/web | shop/db | SCTP 7000,TCP 5432-5440",
        "EGRESS         | shop/db  | shop/web | All Connections",
        "SCTP           | shop/web | shop/db | SCTP 1-65535,TCP 5432-5440",
        "SCTP           | shop/db  | 192.0.2.1 | SCTP 1-65535",
        "END_PORT       | shop/web | shop/db | SCTP 7000,TCP 5432",
        "CLUSTER_NETWORK_POLICY | shop/web | shop/db | SCTP 7000,TCP 5432-5440",
      })
  void whatAPlugInLacksIsNotEnforced(
      Gap gap, String source, String destination, String connections) {
    PluginProfile plugin = new PluginProfile("it", gap == null ? Set.of() : Set.of(gap));

    Connectivity network = network(SHOP, plugin);

    assertThat(network.between(source, destination)).hasToString(connections);
  }

  @Test
  void kindsOfPoliciesMayBeUnknownToAPlugIn() {
    Connectivity complete = network(SHOP + GUARD, PluginProfile.COMPLETE);
    Connectivity some = network(SHOP + GUARD, PluginProfile.NETWORK_POLICY_ONLY);

    assertThat(complete.allows("shop/web", "10.0.0.1", Protocol.TCP, 80)).isFalse();
    assertThat(complete.allows("shop/db", "shop/web", Protocol.TCP, 22)).isFalse();
    assertThat(some.allows("shop/web", "10.0.0.1", Protocol.TCP, 80)).isTrue();
    assertThat(some.allows("192.0.2.1", "shop/web", Protocol.TCP, 22)).isTrue();
    assertThat(some.between("shop/web", "shop/db")).hasToString("SCTP 7000,TCP 5432-5440");
  }

  @Test
  void anExplanationSaysThatAProtocolIsNotFiltered() {
    Connectivity network = network(SHOP, PluginProfile.of("it", Gap.SCTP));

    Explanation explanation = network.explain("shop/db", "shop/web", Protocol.SCTP, 1);

    assertThat(explanation.parts().get(0).decision().egress().reason())
        .isEqualTo(Reason.NOT_FILTERED);
    assertThat(explanation.toString())
        .contains("  egress   allowed: the network plug-in does not filter it\n");
  }

  @Test
  void aPlugInThatEnforcesNothingLeavesEveryPolicyWithoutEffect() {
    Connectivity network = network(SHOP + GUARD, PluginProfile.FLANNEL);

    assertThat(texts(NetworkPolicyLint.notEnforced(network)))
        .containsExactly(
            "case.yaml:33:1 AdminNetworkPolicy fence: Flannel does not enforce"
                + " AdminNetworkPolicy: this policy has no effect",
            "case.yaml:23:1 ClusterNetworkPolicy guard: Flannel does not enforce"
                + " ClusterNetworkPolicy: this policy has no effect",
            "case.yaml:11:1 NetworkPolicy shop/db: Flannel does not enforce NetworkPolicy:"
                + " this policy has no effect");
    assertThat(network.lines())
        .extracting(ConnectionLine::connections)
        .containsOnly(ConnectionSet.ALL);
  }

  @Test
  void eachFieldWithoutEffectIsFoundInItsPlace() {
    Connectivity network =
        network(SHOP + GUARD, PluginProfile.of("Weaver", Gap.EGRESS, Gap.SCTP, Gap.END_PORT));

    List<Finding> findings = NetworkPolicyLint.notEnforced(network);

    assertThat(findings).extracting(Finding::rule).containsOnly("netpol/not-enforced");
    assertThat(texts(findings))
        .containsExactly(
            "case.yaml:42:53 AdminNetworkPolicy fence: Weaver does not filter SCTP: all of it is"
                + " let through, whatever this rule says",
            "case.yaml:30:3 ClusterNetworkPolicy guard: Weaver does not enforce egress: what these"
                + " pods may connect to is not restricted",
            "case.yaml:20:20 NetworkPolicy shop/db: Weaver does not know endPort: of this range"
                + " only port 5432 counts",
            "case.yaml:21:20 NetworkPolicy shop/db: Weaver does not filter SCTP: all of it is let"
                + " through, whatever this rule says",
            "case.yaml:16:3 NetworkPolicy shop/db: Weaver does not enforce egress: what these pods"
                + " may connect to is not restricted");
  }

  private static List<String> texts(List<Finding> findings) {
    return findings.stream()
        .map(one -> one.place().orElseThrow() + " " + one.object() + ": " + one.message())
        .toList();
  }

  @Test
  void aPlugInThatEnforcesEverythingLeavesNothing() {
    assertThat(NetworkPolicyLint.notEnforced(network(SHOP + GUARD, PluginProfile.COMPLETE)))
        .isEmpty();
  }

  @Test
  void theDifferenceBetweenTwoPlugInsIsWhatPoliciesAreWorth() {
    Cluster cluster = Cases.cluster(SHOP);
    Connectivity written = Connectivity.of(cluster);
    Connectivity enforced = Connectivity.of(
        cluster,
        ConnectivityOptions.DEFAULT.withPlugin(PluginProfile.of("it", Gap.NETWORK_POLICY)));

    ConnectivityDiff diff = ConnectivityDiff.between(written, enforced);

    assertThat(diff.changes())
        .extracting(ConnectionChange::toString)
        .contains("diff-type: changed, source: shop/web[Pod], destination: shop/db[Pod],"
            + " ref1: SCTP 7000,TCP 5432-5440, ref2: All Connections");
    assertThat(diff.changes())
        .allSatisfy(
            change -> assertThat(change.causes()).hasToString("[NetworkPolicy shop/db removed]"));
  }

  @Test
  void aPlugInIgnoresPoliciesOfKindsThatItDoesNotKnow() {
    ObjectRef fence =
        new ObjectRef("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", "", "fence");

    assertThat(PluginProfile.NETWORK_POLICY_ONLY.ignores(fence)).isTrue();
    assertThat(PluginProfile.COMPLETE.ignores(fence)).isFalse();
  }
}
