package io.plimsoll.netpol.lint;

import static io.plimsoll.netpol.lint.Lint.PODS;
import static io.plimsoll.netpol.lint.Lint.fix;
import static io.plimsoll.netpol.lint.Lint.policy;
import static io.plimsoll.netpol.lint.Lint.texts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedundancyLintTest {

  private static final String NOTHING = "changes nothing for the pods of the manifests: ";

  @Test
  void aRuleThatABroaderOneIncludesIsRedundant() {
    String policy = policy("p", """
        podSelector: {matchLabels: {app: db}}
        ingress:
        - from: [{podSelector: {matchLabels: {app: web}}}]
          ports: [{port: 5432}]
        - from: [{podSelector: {}}]
          ports: [{port: 5000, endPort: 6000}]
        """);

    assertThat(texts("redundant", PODS, policy))
        .containsExactly(
            "22:5 info spec.ingress[0]: " + NOTHING + "spec.ingress[1] allows the same or more");
    assertThat(fix("redundant", PODS, policy)).isEqualTo("remove /spec/ingress/0");
  }

  @Test
  void ofEqualRulesTheLaterIsRedundant() {
    String policy = policy("p", """
        podSelector: {}
        ingress:
        - ports: [{port: 80}]
        - ports: [{port: 80, protocol: TCP}]
        """);

    assertThat(fix("redundant", PODS, policy)).isEqualTo("remove /spec/ingress/1");
  }

  @Test
  void aRuleThatOnlySeveralIncludeIsRedundant() {
    String policy = policy("p", """
        podSelector: {}
        ingress:
        - ports: [{port: 80}]
          from: [{podSelector: {}}, {ipBlock: {cidr: 10.0.0.0/8}}]
        - ports: [{port: 443}]
          from: [{podSelector: {}}, {ipBlock: {cidr: 10.0.0.0/8}}]
        - ports: [{port: 80}, {port: 443}]
          from: [{podSelector: {matchLabels: {app: web}}}, {ipBlock: {cidr: 10.1.0.0/16}}]
        """);

    assertThat(texts("redundant", PODS, policy))
        .containsExactly("26:5 info spec.ingress[2]: " + NOTHING
            + "other rules together allow the same or more");
  }

  @Test
  void aRuleWithAddressesBeyondTheOthersIsNeeded() {
    String policy = policy("p", """
        podSelector: {}
        ingress:
        - from: [{ipBlock: {cidr: 10.0.0.0/8}}]
        - from: [{ipBlock: {cidr: 10.0.0.0/7}}]
        - from: [{ipBlock: {cidr: 2001:db8::/32}}]
        """);

    assertThat(fix("redundant", PODS, policy)).isEqualTo("remove /spec/ingress/0");
  }

  @Test
  void aRuleForPodsThatAreNotThereIsNotRedundant() {
    String policy = policy("p", """
        podSelector: {}
        ingress:
        - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: elsewhere}}}]
        - from: [{podSelector: {}}]
        """);

    assertThat(texts("redundant", PODS, policy)).isEmpty();
  }

  @Test
  void theRuleOfOnePodIsRedundantBesideThatOfAll() {
    String all = policy("all", "podSelector: {}\ningress: [{ports: [{port: 80}]}]");
    String own = policy("own", """
        podSelector: {matchLabels: {app: web}}
        ingress:
        - ports: [{port: 80}]
        - ports: [{port: 81}]
        """);

    assertThat(texts("redundant", PODS, own, all))
        .containsExactly("22:5 info spec.ingress[0]: " + NOTHING
            + "spec.ingress[0] of NetworkPolicy ns/all allows the same or more");
  }

  @Test
  void aPolicyAllOfWhoseRulesAreRedundantIs() {
    String all = policy("all", "podSelector: {}\ningress: [{ports: [{port: 80}]}]");
    String own =
        policy("own", "podSelector: {matchLabels: {app: web}}\ningress: [{ports: [{port: 80}]}]");

    assertThat(texts("redundant", PODS, own, all))
        .containsExactly("18:12 info metadata.name: " + NOTHING
            + "NetworkPolicy ns/all allows the same or more");
  }

  @Test
  void aPolicyThatAloneIsolatesForEgressIsNotRedundant() {
    String all = policy("all", "podSelector: {}\ningress: [{ports: [{port: 80}]}]");
    String own = policy("own", """
        podSelector: {matchLabels: {app: web}}
        policyTypes: [Ingress, Egress]
        ingress: [{ports: [{port: 80}]}]
        """);

    assertThat(texts("redundant-policy", PODS, own, all)).isEmpty();
    assertThat(fix("redundant-rule", PODS, own, all)).isEqualTo("remove /spec/ingress/0");
  }

  @Test
  void aDefaultDenyIsNotRedundantBesideThePoliciesOfEachPod() {
    String deny = policy("deny", "podSelector: {}");
    StringBuilder own = new StringBuilder();
    for (String app : new String[] {"web", "api", "db"}) {
      own.append(policy(app, "podSelector: {matchLabels: {app: " + app + "}}\ningress: [{}]"));
    }

    assertThat(texts("redundant", PODS, deny, own.toString())).isEmpty();
  }

  @Test
  void ofTwoPoliciesThatDenyTheSameTheLaterIsRedundant() {
    String first = policy("a", "podSelector: {}\npolicyTypes: [Ingress, Egress]");
    String second = policy("b", "podSelector: {}");

    assertThat(texts("redundant", PODS, first, second))
        .containsExactly(
            "25:12 info metadata.name: " + NOTHING + "NetworkPolicy ns/a isolates the same pods");
  }

  private static String admin(String name, int priority, String rules) {
    return """
        apiVersion: policy.networking.k8s.io/v1alpha1
        kind: AdminNetworkPolicy
        metadata: {name: %s}
        spec:
          priority: %d
          subject: {namespaces: {}}
          ingress:
        %s---
        """.formatted(name, priority, rules.indent(2));
  }

  @Test
  void aRuleOfAdministratorsBehindOneThatDecidesEverythingIsShadowed() {
    String deny = "- {action: Deny, from: [{namespaces: {}}]}";
    String allow = """
        - action: Allow
          from: [{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: web}}}}]
        """;

    assertThat(texts("shadowed-rule", PODS, admin("a", 1, deny + "\n" + allow)))
        .containsExactly(
            "24:5 warning spec.ingress[1]: never takes effect on the pods of the manifests: "
                + "spec.ingress[0] decides all that it matches before it does");
    assertThat(texts("shadowed-rule", PODS, admin("a", 1, deny), admin("b", 2, allow)))
        .containsExactly(
            "32:5 warning spec.ingress[0]: never takes effect on the pods of the manifests: "
                + "spec.ingress[0] of AdminNetworkPolicy a decides all that it matches before it does");
    assertThat(texts("shadowed-rule", PODS, admin("a", 1, allow), admin("b", 2, deny)))
        .isEmpty();
    assertThat(texts("shadowed-rule", PODS, admin("a", 1, deny), admin("b", 1, allow)))
        .isEmpty();
  }

  @Test
  void equalPrioritiesAreFoundOnlyIfTheirOrderMatters() {
    String deny = "- {action: Deny, from: [{namespaces: {}}]}";
    String allow = "- {action: Allow, from: [{namespaces: {}}]}";

    assertThat(texts("equal-priority", PODS, admin("one", 5, deny), admin("two", 5, allow)))
        .containsExactly("29:3 warning spec.priority: is that of AdminNetworkPolicy one as well; "
            + "which of them comes first is undefined, and changes what is allowed");
    assertThat(texts("equal-priority", PODS, admin("one", 5, deny), admin("two", 5, deny)))
        .isEmpty();
    assertThat(texts("equal-priority", PODS, admin("one", 5, deny), admin("two", 6, allow)))
        .isEmpty();
  }
}
