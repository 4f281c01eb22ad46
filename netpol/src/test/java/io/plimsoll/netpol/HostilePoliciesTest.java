package io.plimsoll.netpol;

import static io.plimsoll.netpol.Documents.network;
import static io.plimsoll.netpol.Documents.pod;
import static io.plimsoll.netpol.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.netpol.compare.ConnectivityDiff;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.exposure.Exposure;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies that no API server would take are explained, compared and looked at for exposure like any other. */
class HostilePoliciesTest {

  private static final String PODS = pod("near", "a") + pod("far", "b", "{}", "{name: c}");

  private static Connectivity policyWith(String ingress) {
    return network(PODS, policy("near", "p", "{podSelector: {}, ingress: " + ingress + "}"));
  }

  private static Explanation explanation(Connectivity network) {
    return network.explain(network.endpoint("far/b"), network.endpoint("near/a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{from: [{}]}]",
        "[{from: [null]}]",
        "[{from: [{ipBlock: {cidr: nonsense}}]}]",
        "[{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [nonsense]}}]}]",
        "[{from: [{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}]}]",
        "[{from: [{podSelector: {matchExpressions: [{key: app, operator: Like, values: [a]}]}}]}]",
        "[{from: [{podSelector: {matchExpressions: [{key: app, operator: In}]}}]}]",
        "[{from: [{podSelector: {matchExpressions: [{key: '', operator: Exists}]}}]}]",
        "[{ports: [{port: 90, endPort: 80}]}]",
        "[{ports: [{port: 70000}]}]",
        "[{ports: [{protocol: ICMP}]}]",
        "[{ports: [{port: '80'}]}]",
      })
  void whatIsInvalidAllowsNothingAndIsExplained(String ingress) {
    Connectivity network = policyWith(ingress);

    Explanation explanation = explanation(network);

    assertThat(explanation.allowed().isEmpty()).isTrue();
    assertThat(explanation.parts())
        .isNotEmpty()
        .allSatisfy(part -> assertThat(part.nearest()).hasSize(1));
    assertThat(explanation.toString()).contains("NetworkPolicy near/p isolates the pod");
    assertThat(ConnectivityDiff.between(network, network).isEmpty()).isTrue();
    assertThat(Exposure.of(network).lines())
        .filteredOn(line -> line.direction() == Direction.EGRESS)
        .isNotEmpty();
  }

  @Test
  void manyValuesOfManyLabelsDescribeSomePodsOnly() {
    String values = IntStream.range(0, 200).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
    String expressions = IntStream.range(0, 20)
        .mapToObj(i -> "{key: k" + i + ", operator: In, values: [" + values + "]}")
        .collect(Collectors.joining(","));
    String selector = "{matchExpressions: [" + expressions + "]}";

    Connectivity network = policyWith(
        "[{from: [{namespaceSelector: " + selector + ", podSelector: " + selector + "}]}]");

    assertThat(Exposure.of(network).lines().count()).isBetween(1L, 20_000L);
  }

  @Test
  void manyRulesForOnePairMakeAPartEach() {
    String rules = IntStream.range(1, 500)
        .mapToObj(i -> "{ports: [{port: " + 2 * i + "}]}")
        .collect(Collectors.joining(",", "[", "]"));

    Explanation explanation = explanation(policyWith(rules));

    assertThat(explanation.parts()).hasSize(500);
    assertThat(explanation.toString()).contains("spec.ingress[498]");
  }
}
