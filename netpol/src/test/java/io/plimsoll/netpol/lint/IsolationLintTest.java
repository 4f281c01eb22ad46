package io.plimsoll.netpol.lint;

import static io.plimsoll.netpol.lint.Lint.PODS;
import static io.plimsoll.netpol.lint.Lint.findings;
import static io.plimsoll.netpol.lint.Lint.fix;
import static io.plimsoll.netpol.lint.Lint.pod;
import static io.plimsoll.netpol.lint.Lint.policy;
import static io.plimsoll.netpol.lint.Lint.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.finding.Finding;
import io.plimsoll.netpol.Cases;
import io.plimsoll.netpol.ConnectivityOptions;
import io.plimsoll.netpol.PluginProfile;
import org.junit.jupiter.api.Test;

class IsolationLintTest {

  private static final String NAMESPACE = """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: ns
      ---
      """;

  @Test
  void aNamespaceWithoutPoliciesIsFoundOnceForEachDirection() {
    assertThat(texts("unprotected", NAMESPACE, PODS))
        .containsExactly(
            "4:3 info metadata.name: no policy isolates any of the 3 workloads of namespace \"ns\" for egress: they may connect to everybody",
            "4:3 info metadata.name: no policy isolates any of the 3 workloads of namespace \"ns\" for ingress: everybody may connect to them");
  }

  @Test
  void policiesOfSeveralKindsAreToldApartInAnyOrder() {
    String admin = """
        apiVersion: policy.networking.k8s.io/v1alpha1
        kind: AdminNetworkPolicy
        metadata: {name: admin}
        spec: {priority: 1, subject: {namespaces: {}}, ingress: [{action: Allow, from: [{namespaces: {}}]}]}
        ---
        """;
    String policy = policy("p", "podSelector: {matchLabels: {app: nobody}}");

    assertThat(texts("policy-selects-nothing", admin, PODS, policy))
        .singleElement()
        .asString()
        .contains("spec.podSelector");
  }

  @Test
  void aWorkloadThatIsLeftOutIsFoundByItsLabels() {
    String policy = policy(
        "p", "podSelector: {matchExpressions: [{key: app, operator: In, values: [web, api]}]}");

    assertThat(texts("unprotected-workload", PODS, policy))
        .containsExactly(
            "13:37 warning metadata.labels: no policy isolates its pods for ingress: everybody may connect to them");
  }

  @Test
  void whatAdministratorsDenyIsIsolated() {
    String policy = """
        apiVersion: policy.networking.k8s.io/v1alpha1
        kind: BaselineAdminNetworkPolicy
        metadata: {name: default}
        spec:
          subject: {namespaces: {}}
          ingress: [{action: Deny, from: [{namespaces: {}}]}]
        """;

    assertThat(findings("unprotected", PODS, policy))
        .extracting(Finding::message)
        .containsExactly(
            "no policy isolates any of the 3 workloads of namespace \"ns\" for egress: they may connect to everybody");
  }

  @Test
  void whatThePlugInDoesNotEnforceIsFoundAndDoesNotIsolate() {
    String policy = policy("p", "podSelector: {}\npolicyTypes: [Egress]\negress: [{}]");
    ConnectivityOptions options =
        ConnectivityOptions.DEFAULT.withPlugin(PluginProfile.of("X", PluginProfile.Gap.EGRESS));

    assertThat(NetworkPolicyLint.of(Cases.cluster(PODS + policy), options).findings())
        .extracting(Finding::rule)
        .containsExactly(
            "netpol/not-enforced", "netpol/unprotected-namespace", "netpol/unprotected-namespace");
  }

  @Test
  void rulesOfADirectionThatIsNotAmongTheTypesAreFound() {
    String policy = policy("p", """
        podSelector: {}
        policyTypes: [Ingress]
        egress:
        - to: [{podSelector: {}}]
        """);

    assertThat(texts("ignored-rules", PODS, policy))
        .containsExactly(
            "22:3 warning spec.egress: is ignored: policyTypes does not have \"Egress\"");
    assertThat(fix("ignored-rules", PODS, policy))
        .isEqualTo("add /spec/policyTypes [\"Ingress\",\"Egress\"]");
  }

  @Test
  void anEmptyListThatDeniesNothingIsFound() {
    assertThat(texts("ignored-rules", PODS, policy("p", "podSelector: {}\negress: []")))
        .containsExactly(
            "21:3 info spec.egress: denies nothing: policyTypes does not have \"Egress\"");
  }

  @Test
  void isolationOfIngressByDefaultIsFound() {
    String policy = policy("p", "podSelector: {matchLabels: {app: db}}\negress: [{}]");

    assertThat(texts("implied-ingress", PODS, policy))
        .containsExactly(
            "19:1 warning spec.policyTypes: is absent, so that the policy isolates for ingress as well, and alone keeps everybody from ns/db[Pod]");
    assertThat(findings("implied-ingress", PODS, policy).get(0).allowed())
        .containsExactly("[Egress]", "[Ingress, Egress]");
    assertThat(texts("implied-ingress", PODS, policy, policy("deny", "podSelector: {}")))
        .isEmpty();
  }

  @Test
  void anEmptyListThatAllowsEverythingIsFound() {
    String policy = policy("p", """
        podSelector: {}
        ingress:
        - from: []
          ports:
        """);

    assertThat(texts("empty-list", PODS, policy))
        .containsExactly(
            "22:5 warning spec.ingress[0].from: is empty, which means every pod and address, not none",
            "23:5 warning spec.ingress[0].ports: is empty, which means every port, not none");
    assertThat(texts("empty-list", PODS, policy("p", "podSelector: {}\ningress: [{}]")))
        .isEmpty();
  }

  @Test
  void aBlockWithTheAddressOfAPodIsFound() {
    String pods = pod("ns", "web", "").replace("\n---", "\nstatus: {podIP: 10.1.2.3}\n---");
    String rule = "podSelector: {}\ningress: [{from: [{ipBlock: {cidr: %s}}]}]";

    assertThat(texts("ip-block-over-pods", pods, policy("p", rule.formatted("10.1.0.0/16"))))
        .containsExactly(
            "12:32 info spec.ingress[0].from[0].ipBlock.cidr: has the address 10.1.2.3 of ns/web[Pod]; "
                + "whether a block is about pods is up to the network plug-in, and a podSelector always is");
    assertThat(texts("ip-block-over-pods", pods, policy("p", rule.formatted("10.2.0.0/16"))))
        .isEmpty();
    assertThat(texts("ip-block-over-pods", pods, policy("p", rule.formatted("0.0.0.0/0"))))
        .isEmpty();
  }
}
