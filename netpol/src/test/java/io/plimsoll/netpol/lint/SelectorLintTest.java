package io.plimsoll.netpol.lint;

import static io.plimsoll.netpol.lint.Lint.PODS;
import static io.plimsoll.netpol.lint.Lint.fix;
import static io.plimsoll.netpol.lint.Lint.pod;
import static io.plimsoll.netpol.lint.Lint.policy;
import static io.plimsoll.netpol.lint.Lint.texts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectorLintTest {

  @Test
  void aMisspelledValueOfASubjectIsCorrected() {
    String policy = policy("p", "podSelector: {matchLabels: {app: wbe}}");

    assertThat(texts("policy-selects-nothing", PODS, policy))
        .containsExactly(
            "20:3 warning spec.podSelector: selects no pod of namespace \"ns\"; did you mean app=\"web\"");
    assertThat(fix("policy-selects-nothing", PODS, policy))
        .isEqualTo("replace /spec/podSelector/matchLabels/app \"web\"");
  }

  @Test
  void aValueUnderAnotherKeyIsCorrected() {
    String policy = policy("p", "podSelector: {matchLabels: {app.kubernetes.io/name: web}}");

    assertThat(fix("policy-selects-nothing", PODS, policy))
        .isEqualTo("remove /spec/podSelector/matchLabels/app.kubernetes.io~1name\n"
            + "add /spec/podSelector/matchLabels/app \"web\"");
  }

  @Test
  void aMisspelledKeyIsCorrected() {
    String policy = policy("p", "podSelector: {matchLabels: {aapp: web}}");

    assertThat(fix("policy-selects-nothing", PODS, policy))
        .isEqualTo("remove /spec/podSelector/matchLabels/aapp\n"
            + "add /spec/podSelector/matchLabels/app \"web\"");
  }

  @Test
  void aMisspelledValueOfAListIsCorrected() {
    String policy = policy(
        "p", "podSelector: {matchExpressions: [{key: app, operator: In, values: [x, wbe]}]}");

    assertThat(fix("policy-selects-nothing", PODS, policy))
        .isEqualTo("replace /spec/podSelector/matchExpressions/0/values/1 \"web\"");
  }

  @Test
  void namesThatDifferInANumberAreNotMisspelled() {
    String pods = pod("ns", "shard-1", "");
    String policy = policy("p", "podSelector: {matchLabels: {app: shard-2}}");

    assertThat(texts("policy-selects-nothing", pods, policy))
        .containsExactly("10:3 warning spec.podSelector: selects no pod of namespace \"ns\"");
  }

  @Test
  void nothingIsSaidWhereThereIsNothingToSelectFrom() {
    String policy = policy("p", "podSelector: {matchLabels: {app: web}}");
    String everything = policy("q", "podSelector: {}");

    assertThat(texts("policy-selects-nothing", policy, everything)).isEmpty();
  }

  @Test
  void aSubjectInItsNodesNetworkIsExplained() {
    String pods = PODS.replace(
        "spec: {containers: [{name: c, ports: [{containerPort: 5432}]}]}",
        "spec: {hostNetwork: true, containers: [{name: c}]}");
    String policy = policy("p", "podSelector: {matchLabels: {app: db}}");

    assertThat(texts("policy-selects-nothing", pods, policy))
        .containsExactly(
            "20:3 warning spec.podSelector: selects only pods that are in their node's network, "
                + "which are no pods to policies: ns/db[Pod]");
  }

  @Test
  void aPeerThatSelectsNothingIsFound() {
    String policy = policy("p", """
        podSelector: {matchLabels: {app: db}}
        ingress:
        - from:
          - podSelector: {matchLabels: {app: apii}}
        """);

    assertThat(texts("peer-selects-nothing", PODS, policy))
        .containsExactly("23:7 warning spec.ingress[0].from[0].podSelector: "
            + "selects no pod of namespace \"ns\"; did you mean app=\"api\"");
  }

  @Test
  void aNamespaceIsLookedForByTheLabelThatEveryNamespaceHas() {
    String policy = policy("p", """
        podSelector: {matchLabels: {app: db}}
        ingress:
        - from: [{namespaceSelector: {matchLabels: {name: other}}}]
        """);

    assertThat(texts("peer-selects-nothing", PODS, pod("other", "x", ""), policy))
        .containsExactly(
            "27:13 warning spec.ingress[0].from[0].namespaceSelector: selects no namespace of the manifests; "
                + "did you mean kubernetes.io/metadata.name=\"other\"");
  }

  @Test
  void namespacesAndDnsThatOthersInstallAreNotMissed() {
    String policy = policy("p", """
        podSelector: {matchLabels: {app: db}}
        policyTypes: [Ingress, Egress]
        ingress:
        - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}}]
        egress:
        - to: [{namespaceSelector: {}, podSelector: {matchLabels: {k8s-app: kube-dns}}}]
        """);

    assertThat(texts("peer-selects-nothing", PODS, policy)).isEmpty();
  }

  @Test
  void aSubjectOfAdministratorsThatSelectsNothingIsFound() {
    String policy = """
        apiVersion: policy.networking.k8s.io/v1alpha1
        kind: AdminNetworkPolicy
        metadata: {name: p}
        spec:
          priority: 1
          subject: {pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: wep}}}}
          ingress: [{action: Deny, from: [{namespaces: {matchLabels: {team: x}}}]}]
        """;

    assertThat(texts("", PODS, policy))
        .contains(
            "21:43 warning spec.subject.pods.podSelector: selects no pod of namespace \"ns\"; did you mean app=\"web\"",
            "22:36 info spec.ingress[0].from[0].namespaces: selects no namespace of the manifests");
  }

  private static String split(String pods) {
    return policy("p", """
        podSelector: {matchLabels: {app: db}}
        ingress:
        - from:
          - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: other}}
          - podSelector: {matchLabels: {app: %s}}
        """.formatted(pods));
  }

  @Test
  void aDashTooManyIsFoundAndTakenAway() {
    assertThat(texts("", PODS, pod("other", "x", ""), split("x")))
        .filteredOn(text -> !text.contains("isolates"))
        .containsExactly(
            "29:7 warning spec.ingress[0].from[1].podSelector: is an item of its own, which selects pods of namespace \"ns\", "
                + "and the item before it selects all pods of its namespaces; did you mean one item with both");
    assertThat(fix("split-peer", PODS, pod("other", "x", ""), split("x")))
        .isEqualTo("move /spec/ingress/0/from/1/podSelector to /spec/ingress/0/from/0/podSelector\n"
            + "remove /spec/ingress/0/from/1");
  }

  @Test
  void twoItemsAreMeantIfOnlyTheOwnNamespaceHasSuchPods() {
    assertThat(texts("split-peer", PODS, pod("other", "x", ""), split("web"))).isEmpty();
  }
}
