package io.plimsoll.netpol.lint;

import static io.plimsoll.netpol.lint.Lint.PODS;
import static io.plimsoll.netpol.lint.Lint.fix;
import static io.plimsoll.netpol.lint.Lint.policy;
import static io.plimsoll.netpol.lint.Lint.texts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortLintTest {

  private static String ingress(String app, String ports) {
    return policy(
        "p", "podSelector: {matchLabels: {app: " + app + "}}\ningress: [{ports: [" + ports + "]}]");
  }

  @Test
  void aPortNameThatNoSelectedPodHasIsFound() {
    assertThat(texts("unknown-port-name", PODS, ingress("web", "{port: htpp}")))
        .containsExactly(
            "21:23 warning spec.ingress[0].ports[0].port: "
                + "no pod that the policy selects has a TCP port called \"htpp\"; did you mean \"http\"");
    assertThat(fix("unknown-port-name", PODS, ingress("web", "{port: htpp}")))
        .isEqualTo("replace /spec/ingress/0/ports/0/port \"http\"");
    assertThat(texts("unknown-port-name", PODS, ingress("web", "{port: metrics}")))
        .singleElement()
        .asString()
        .endsWith("called \"metrics\"; there is \"http\"");
    assertThat(texts("unknown-port-name", PODS, ingress("web", "{port: http}"))).isEmpty();
  }

  @Test
  void aPortNameOfAnotherProtocolIsFound() {
    assertThat(texts("unknown-port-name", PODS, ingress("api", "{port: dns}")))
        .containsExactly("21:23 warning spec.ingress[0].ports[0].port: "
            + "no pod that the policy selects has a TCP port called \"dns\"; it is one of UDP");
    assertThat(fix("unknown-port-name", PODS, ingress("api", "{port: dns}")))
        .isEqualTo("add /spec/ingress/0/ports/0/protocol \"UDP\"");
  }

  @Test
  void theNamesOfEgressAreThoseOfThePeers() {
    String egress = """
        podSelector: {matchLabels: {app: db}}
        policyTypes: [Egress]
        egress:
        - to: [{podSelector: {matchLabels: {app: %s}}}%s]
          ports: [{port: http}]
        """;

    assertThat(texts("unknown-port-name", PODS, policy("p", egress.formatted("web", ""))))
        .isEmpty();
    assertThat(texts("unknown-port-name", PODS, policy("p", egress.formatted("api", ""))))
        .containsExactly("24:14 warning spec.egress[0].ports[0].port: "
            + "no pod that the rule leads to has a TCP port called \"http\"; there is \"grpc\"");
    String elsewhere = ", {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: x}}}";
    assertThat(texts("unknown-port-name", PODS, policy("p", egress.formatted("api", elsewhere))))
        .isEmpty();
  }

  @Test
  void aNumberInQuotesIsAName() {
    assertThat(texts("quoted-port", PODS, ingress("web", "{port: \"80\"}")))
        .containsExactly("21:23 error spec.ingress[0].ports[0].port: "
            + "in quotes, \"80\" is the name of a port and not its number");
    assertThat(fix("quoted-port", PODS, ingress("web", "{port: \"80\"}")))
        .isEqualTo("replace /spec/ingress/0/ports/0/port 80");
  }

  private static String egress(String rule) {
    return policy(
        "p",
        "podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]\negress:\n"
            + "- to: [{podSelector: {matchLabels: {app: db}}}]\n" + rule);
  }

  @Test
  void egressWithoutDnsIsFoundAndAllowed() {
    assertThat(texts("dns", PODS, egress("")))
        .containsExactly(
            "22:3 warning spec.egress: no policy allows ns/web[Pod] to ask the cluster's DNS, "
                + "so that they find no host by its name");
    assertThat(fix("dns", PODS, egress("")))
        .isEqualTo(
            "add /spec/egress/1 {\"to\":[{\"namespaceSelector\":{\"matchLabels\":"
                + "{\"kubernetes.io/metadata.name\":\"kube-system\"}},\"podSelector\":{\"matchLabels\":"
                + "{\"k8s-app\":\"kube-dns\"}}}],\"ports\":[{\"protocol\":\"UDP\",\"port\":53},{\"protocol\":\"TCP\",\"port\":53}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- {}",
        "- ports: [{port: 53, protocol: UDP}, {port: 53}]",
        "- to: [{ipBlock: {cidr: 0.0.0.0/0}}]",
        "- to: [{namespaceSelector: {}}]",
        "- to: [{namespaceSelector: {matchLabels: {name: kube-system}}}]",
        "- to: [{namespaceSelector: {}, podSelector: {matchLabels: {k8s-app: kube-dns}}}]",
        "- ports: [{port: dns, protocol: UDP}, {port: dns-tcp}]",
        "- ports: [{port: 5353, protocol: UDP}, {port: 5353, protocol: TCP}]",
      })
  void whatMayLeadToDnsDoes(String rule) {
    assertThat(texts("dns", PODS, egress(rule))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- to: [{podSelector: {}}]",
        "- to: [{ipBlock: {cidr: 192.0.2.1/32}}]",
        "- to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ns}}}]",
        "- ports: [{port: 443}]",
      })
  void whatCannotLeadToDnsDoesNot(String rule) {
    assertThat(texts("dns-egress-forgotten", PODS, egress(rule))).hasSize(1);
  }

  @Test
  void dnsByUdpOnlyIsANote() {
    String rule = "- ports: [{port: 53, protocol: UDP}]";

    assertThat(texts("dns", PODS, egress(rule)))
        .containsExactly("24:5 info spec.egress[1].ports: allows to ask DNS by UDP only: "
            + "answers that are too long for it come by TCP");
    assertThat(fix("dns", PODS, egress(rule)))
        .isEqualTo("add /spec/egress/1/ports/1 {\"port\":53,\"protocol\":\"TCP\"}");
  }

  @Test
  void podsThatMayConnectToNothingNeedNoDns() {
    String deny = policy("p", "podSelector: {}\npolicyTypes: [Egress]");

    assertThat(texts("dns", PODS, deny)).isEmpty();
  }
}
