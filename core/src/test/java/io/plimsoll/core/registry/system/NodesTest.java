package io.plimsoll.core.registry.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nodes, whole and by way of their status. */
class NodesTest {

  private static final Strategy NODES = new NodeStrategy();
  private static final Strategy STATUS = NODES.subresource("status").orElseThrow();

  private static String node(String spec) {
    return "metadata: {name: worker}\nspec: {" + spec + "}\n";
  }

  private static List<String> errors(String spec) {
    return Written.errors(Written.create(NODES, node(spec)));
  }

  @Test
  void taints() {
    assertThat(
            errors("taints: [{key: a/b/c, effect: Never}, {key: k, value: '-', effect: NoSchedule},"
                + " {key: k, effect: NoSchedule}, {key: k}]"))
        .contains(
            "metadata.taints[0].effect: Unsupported value: \"Never\": supported values: \"NoSchedule\","
                + " \"PreferNoSchedule\", \"NoExecute\"",
            "metadata.taints[2]: Duplicate value: {\"Key\":\"k\",\"Value\":\"\",\"Effect\":\"NoSchedule\","
                + "\"TimeAdded\":null}: taints must be unique by key and effect pair",
            "metadata.taints[3].effect: Required value")
        .anySatisfy(error ->
            assertThat(error).startsWith("metadata.taints[0].key: Invalid value: \"a/b/c\": "))
        .anySatisfy(error ->
            assertThat(error).startsWith("metadata.taints[1].value: Invalid value: \"-\": "));
  }

  @Test
  void networksOfPodsAreOneOfEachFamily() {
    assertThat(errors("podCIDRs: [10.0.0.0/24, 'fd00::/64']")).isEmpty();
    assertThat(errors("podCIDRs: [10.0.0.0/24, 10.0.1.0/24]"))
        .containsExactly(
            "spec.podCIDRs: Invalid value: [\"10.0.0.0/24\",\"10.0.1.0/24\"]: may specify no"
                + " more than one CIDR for each IP family");
    assertThat(errors("podCIDRs: [10.0.0.0/24, x]"))
        .containsExactly(
            "spec.podCIDRs[1]: Invalid value: \"x\": must be a valid CIDR value, (e.g. 10.9.8.0/24 or"
                + " 2001:db8::/64)",
            "spec.podCIDRs: Internal error: invalid PodCIDRs. failed to check with dual stack with"
                + " error:invalid CIDR[1]: <nil> (invalid CIDR address: x)",
            "spec.podCIDRs: Invalid value: [\"10.0.0.0/24\",\"x\"]: may specify no more than one CIDR for each"
                + " IP family");
  }

  @Test
  void theFirstNetworkHasAFieldOfItsOwn() {
    assertThat(Written.json(NODES, Written.stored(NODES, node("podCIDRs: [10.0.0.0/24]")), "spec"))
        .contains("\"podCIDR\":\"10.0.0.0/24\"");
    assertThat(Written.json(NODES, Written.stored(NODES, node("podCIDR: 10.0.0.0/24")), "spec"))
        .contains("\"podCIDRs\":[\"10.0.0.0/24\"]");
  }

  @Test
  void whatANodeIsStays() {
    MappingValue old =
        Written.stored(NODES, node("podCIDR: 10.0.0.0/24, providerID: a, externalID: b"));

    assertThat(
            Written.errors(Written.update(NODES, old, node("podCIDR: 10.0.1.0/24, providerID: c"))))
        .containsExactly(
            "spec.podCIDRs: Forbidden: node updates may not change podCIDR except from \"\" to valid",
            "spec.providerID: Invalid value: null: field cannot be modified once set",
            "spec.externalID: Forbidden: may not be updated");
    assertThat(
            Written.errors(Written.update(NODES, old, node("podCIDR: 10.0.0.0/24, externalID: b"))))
        .containsExactly("spec.providerID: Invalid value: null: field cannot be cleared once set");
  }

  @Test
  void anUpdateLeavesTheStatusAndAStatusLeavesTheSpec() {
    MappingValue old =
        Written.stored(NODES, node("unschedulable: true") + "status: {phase: Running}\n");

    MappingValue whole = Written.updated(NODES, old, node("") + "status: {phase: Pending}\n");
    MappingValue status = Written.updated(STATUS, old, node("") + "status: {phase: Pending}\n");

    assertThat(Written.json(NODES, whole, "status")).contains("\"phase\":\"Running\"");
    assertThat(Written.json(NODES, whole, "spec")).doesNotContain("unschedulable");
    assertThat(Written.json(NODES, status, "status")).contains("\"phase\":\"Pending\"");
    assertThat(Written.json(NODES, status, "spec")).contains("\"unschedulable\":true");
  }

  @Test
  void aStatusIsValidated() {
    MappingValue old = Written.stored(NODES, node(""));

    assertThat(Written.errors(Written.update(STATUS, old, node("") + """
            status:
              capacity: {cpu: -1, pods: 500m}
              addresses: [{type: InternalIP, address: a}, {type: InternalIP, address: a}]
              declaredFeatures: [B, A, A, b]
            """)))
        .containsExactly(
            "status.capacity.cpu: Invalid value: \"-1\": must be greater than or equal to 0",
            "status.capacity.pods: Invalid value: \"500m\": must be an integer",
            "status.allocatable.cpu: Invalid value: \"-1\": must be greater than or equal to 0",
            "status.allocatable.pods: Invalid value: \"500m\": must be an integer",
            "status.declaredFeatures[1]: Invalid value: \"A\": list must be sorted alphabetically",
            "status.declaredFeatures[2]: Duplicate value: \"A\"",
            "status.declaredFeatures[3]: Invalid value: \"b\": invalid feature name \"b\": must start with an"
                + " UpperCamelCase segment, with subsequent segments separated by '/' (e.g., MyFeature or"
                + " MyFeature/mySubFeature), and contain only alphanumeric characters and slashes",
            "status.addresses[1]: Duplicate value: {\"Type\":\"InternalIP\",\"Address\":\"a\"}");
  }

  @Test
  void nodesAreRemarked() {
    assertThat(
            Written.warnings(Written.create(NODES, node("externalID: x, podCIDR: 'fd00:0::/64'"))))
        .containsExactly(
            "spec.externalID: this field is deprecated, and is unused by Kubernetes",
            "spec.podCIDRs[0]: IPv6 CIDR value \"fd00:0::/64\" should be in RFC 5952 canonical format"
                + " (\"fd00::/64\")");
  }
}
