package io.plimsoll.netpol.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.load.ReadOptions;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.schema.FieldValidation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyValidationTest {

  private static KubeObject object(String apiVersion, String kind, String name, String spec) {
    String text = "apiVersion: %s\nkind: %s\nmetadata: {name: %s}\nspec: %s\n"
        .formatted(apiVersion, kind, name, spec);
    return Manifests.read("p", text, ReadOptions.DEFAULT.withFieldValidation(FieldValidation.WARN))
        .objects()
        .get(0);
  }

  private static List<String> texts(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.path() + ": " + problem.message())
        .toList();
  }

  static Stream<Arguments> networkPolicies() {
    return Stream.of(
        arguments("{podSelector: {}}", List.of()),
        arguments(
            "{ingress: [{ports: [{port: 80, endPort: 80}]}], policyTypes: [Ingress, Ingress]}",
            List.of()),
        arguments(
            "{ingress: [{ports: [{port: \"80\"}]}]}",
            List.of(
                "spec.ingress[0].ports[0].port: Invalid value: \"80\": must contain at least one letter (a-z)")),
        arguments(
            "{egress: [{ports: [{protocol: ICMP}]}]}",
            List.of(
                "spec.egress[0].ports[0].protocol: Unsupported value: \"ICMP\": supported values: \"TCP\", \"UDP\", \"SCTP\"")),
        arguments(
            "{egress: [{ports: [{port: 90, endPort: 80}]}]}",
            List.of(
                "spec.egress[0].ports[0].endPort: Invalid value: 80: must be greater than or equal to `port`")),
        arguments(
            "{egress: [{ports: [{endPort: 80}, {port: a-b, endPort: 80}]}]}",
            List.of(
                "spec.egress[0].ports[0].endPort: Invalid value: 80: may not be specified when `port` is not specified",
                "spec.egress[0].ports[1].endPort: Invalid value: 80: may not be specified when `port` is non-numeric")),
        arguments(
            "{ingress: [{from: [{}, {podSelector: {}, ipBlock: {cidr: 10.0.0.0/8}}]}]}",
            List.of(
                "spec.ingress[0].from[0]: Required value: must specify a peer",
                "spec.ingress[0].from[1]: Forbidden: may not specify both ipBlock and another peer")),
        arguments(
            "{ingress: [{from: [{ipBlock: {cidr: \"\"}}, {ipBlock: {cidr: 10.0.0.1/8}}, {ipBlock: {cidr: 010.0.0.0/8}}]}]}",
            List.of(
                "spec.ingress[0].from[1].ipBlock.cidr: Invalid value: \"10.0.0.1/8\": must not have bits set beyond the prefix length",
                "spec.ingress[0].from[2].ipBlock.cidr: Invalid value: \"010.0.0.0/8\": must not have leading 0s in IP or prefix length",
                "spec.ingress[0].from[0].ipBlock.cidr: Required value")),
        arguments(
            "{ingress: [{from: [{ipBlock: {cidr: \"::ffff:1.2.3.4/120\"}}, {ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8, \"::/0\", x]}}]}]}",
            List.of(
                "spec.ingress[0].from[0].ipBlock.cidr: Invalid value: \"::ffff:1.2.3.4/120\": must not have an IPv4-mapped IPv6 address",
                "spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: \"10.0.0.0/8\": must be a strict subset of `cidr`",
                "spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: \"::/0\": must be a strict subset of `cidr`",
                "spec.ingress[0].from[1].ipBlock.except[2]: Invalid value: \"x\": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)")),
        arguments(
            "{policyTypes: [ingress]}",
            List.of(
                "spec.policyTypes[0]: Unsupported value: \"ingress\": supported values: \"Ingress\", \"Egress\"")),
        arguments(
            "{policyTypes: [Ingress, Egress, Ingress]}",
            List.of(
                "spec.policyTypes: Invalid value: [\"Ingress\",\"Egress\",\"Ingress\"]: may not specify more than two policyTypes")),
        arguments(
            "{podSelector: {matchExpressions: [{key: a, operator: In}, {key: a, operator: Exists, values: [b]}, {key: a, operator: in}]}}",
            List.of(
                "spec.podSelector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
                "spec.podSelector.matchExpressions[1].values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
                "spec.podSelector.matchExpressions[2].operator: Invalid value: \"in\": not a valid selector operator")));
  }

  @ParameterizedTest
  @MethodSource("networkPolicies")
  void networkPoliciesAreJudgedInTheServersWords(String spec, List<String> expected) {
    KubeObject object = object("networking.k8s.io/v1", "NetworkPolicy", "p", spec);

    List<Problem> problems = NetworkPolicyValidation.validate(object.as(NetworkPolicy.KIND));

    assertThat(texts(problems)).isEqualTo(expected);
  }

  static Stream<Arguments> adminPolicies() {
    String subject = "subject: {namespaces: {}}";
    return Stream.of(
        arguments("{priority: 0, " + subject + "}", List.of()),
        arguments(
            "{priority: 1001, subject: {}}",
            List.of(
                "spec.priority: Invalid value: 1001: spec.priority in body should be less than or equal to 1000",
                "spec.subject: Invalid value: 0: spec.subject in body should have at least 1 properties")),
        arguments(
            "{subject: {namespaces: {}, pods: {namespaceSelector: {}, podSelector: {}}}}",
            List.of(
                "spec.priority: Required value",
                "spec.subject: Too many: 2: must have at most 1 items")),
        arguments(
            "{priority: 1, " + subject + ", ingress: [{action: Accept, from: []}]}",
            List.of(
                "spec.ingress[0].action: Unsupported value: \"Accept\": supported values: \"Allow\", \"Deny\", \"Pass\"",
                "spec.ingress[0].from: Invalid value: 0: spec.ingress[0].from in body should have at least 1 items")),
        arguments(
            "{priority: 1, " + subject
                + ", egress: [{action: Deny, to: [{networks: [10.0.0.0/8]}], ports: [{namedPort: x}, {portRange: {start: 9, end: 9}}]}]}",
            List.of(
                "spec.egress[0]: Invalid value: \"object\": networks/nodes/domainNames peer cannot be set with namedPorts since there are no namedPorts for networks/nodes/domainNames",
                "spec.egress[0].ports[1].portRange: Invalid value: \"object\": Start port must be less than End port")));
  }

  @ParameterizedTest
  @MethodSource("adminPolicies")
  void adminPoliciesAreJudgedByTheirSchema(String spec, List<String> expected) {
    KubeObject object =
        object("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", "p", spec);

    List<Problem> problems =
        AdminNetworkPolicyValidation.validate(object.as(AdminNetworkPolicy.KIND));

    assertThat(texts(problems)).isEqualTo(expected);
  }

  static Stream<Arguments> clusterPolicies() {
    String start = "{tier: Admin, priority: 1, subject: {namespaces: {}}";
    return Stream.of(
        arguments(
            start
                + ", ingress: [{action: Accept, from: [{namespaces: {}}], protocols: [{tcp: {}}]}]}",
            List.of()),
        arguments(
            "{tier: Middle, priority: -1, subject: {namespaces: {}}}",
            List.of(
                "spec.tier: Unsupported value: \"Middle\": supported values: \"Admin\", \"Baseline\"",
                "spec.priority: Invalid value: -1: spec.priority in body should be greater than or equal to 0")),
        arguments(
            start
                + ", egress: [{action: Pass, to: [{networks: [x, 10.0.0.1/8]}, {domainNames: [-]}], protocols: [{}, {udp: {destinationPort: {number: 0}}}]}]}",
            List.of(
                "spec.egress[0].to[0].networks[0]: Invalid value: \"string\": Invalid CIDR format provided",
                "spec.egress[0].to[0].networks[1]: \"10.0.0.1/8\" has bits set beyond the prefix length; it means \"10.0.0.0/8\"",
                "spec.egress[0].to[1].domainNames[0]: Invalid value: \"-\": spec.egress[0].to[1].domainNames[0] in body should match '^(\\*\\.)?([a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\.)+[a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\.?$'",
                "spec.egress[0].protocols[0]: Invalid value: 0: spec.egress[0].protocols[0] in body should have at least 1 properties",
                "spec.egress[0].protocols[1].udp.destinationPort.number: Invalid value: 0: spec.egress[0].protocols[1].udp.destinationPort.number in body should be greater than or equal to 1")));
  }

  @ParameterizedTest
  @MethodSource("clusterPolicies")
  void clusterPoliciesAreJudgedByTheirSchema(String spec, List<String> expected) {
    KubeObject object =
        object("policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", "p", spec);

    List<Problem> problems =
        ClusterNetworkPolicyValidation.validate(object.as(ClusterNetworkPolicy.KIND));

    assertThat(texts(problems)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("baselineNames")
  void theBaselinePolicyIsCalledDefault(String name, List<String> expected) {
    KubeObject object = object(
        "policy.networking.k8s.io/v1alpha1",
        "BaselineAdminNetworkPolicy",
        name,
        "{subject: {namespaces: {}}}");

    List<Problem> problems =
        AdminNetworkPolicyValidation.validate(object.as(BaselineAdminNetworkPolicy.KIND));

    assertThat(texts(problems)).isEqualTo(expected);
  }

  static Stream<Arguments> baselineNames() {
    return Stream.of(
        arguments("default", List.of()),
        arguments(
            "other",
            List.of(
                ": Invalid value: \"object\": Only one baseline admin network policy with metadata.name=\"default\" can be created in the cluster")));
  }
}
