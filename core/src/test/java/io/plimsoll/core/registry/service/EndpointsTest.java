package io.plimsoll.core.registry.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Endpoints, whole and in slices. */
class EndpointsTest {

  private static final Strategy ENDPOINTS = new EndpointsStrategy();
  private static final Strategy SLICES = new EndpointSliceStrategy();

  private static String endpoints(String subset) {
    return "metadata: {name: e}\nsubsets: [{" + subset + "}]\n";
  }

  private static String slice(String type, String endpoint, String more) {
    return "metadata: {name: s}\naddressType: " + type + "\nendpoints: [{" + endpoint + "}]\n"
        + more;
  }

  private static List<String> sliceErrors(String type, String endpoint, String more) {
    return Written.errors(Written.create(SLICES, slice(type, endpoint, more)));
  }

  @Test
  void subsets() {
    assertThat(Written.errors(Written.create(ENDPOINTS, endpoints("ports: [{port: 80}]"))))
        .containsExactly(
            "subsets[0]: Required value: must specify `addresses` or `notReadyAddresses`");
    assertThat(
            Written.errors(
                Written.create(
                    ENDPOINTS,
                    endpoints(
                        "addresses: [{ip: 127.0.0.1}, {ip: x}], ports: [{port: 0}, {port: 80, name: a, protocol: X}]"))))
        .containsExactly(
            "subsets[0].addresses[0].ip: Invalid value: \"127.0.0.1\": may not be in the loopback range"
                + " (127.0.0.0/8, ::1/128)",
            "subsets[0].addresses[1].ip: Invalid value: \"x\": must be a valid IP address, (e.g. 10.9.8.7 or"
                + " 2001:db8::ffff)",
            "subsets[0].addresses[1].ip: Invalid value: \"x\": must be a valid IP address",
            "subsets[0].ports[0].name: Required value",
            "subsets[0].ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive",
            "subsets[0].ports[1].protocol: Unsupported value: \"X\": supported values: \"SCTP\", \"TCP\","
                + " \"UDP\"");
  }

  @Test
  void portsAreTcpUnlessSaid() {
    MappingValue stored =
        Written.stored(ENDPOINTS, endpoints("addresses: [{ip: 10.0.0.1}], ports: [{port: 80}]"));

    assertThat(Written.json(ENDPOINTS, stored, "subsets")).contains("\"protocol\":\"TCP\"");
  }

  @Test
  void subsetsThatStayAreNotLookedAt() {
    MappingValue old = Written.stored(ENDPOINTS, endpoints("addresses: [{ip: 10.0.0.1}]"))
        .with("subsets", Written.object("{s: [{addresses: [{ip: 010.0.0.1}]}]}").get("s"));

    assertThat(Written.errors(
            Written.update(ENDPOINTS, old, endpoints("addresses: [{ip: 010.0.0.1}]"))))
        .isEmpty();
    assertThat(Written.errors(
            Written.update(ENDPOINTS, old, endpoints("addresses: [{ip: 010.0.0.2}]"))))
        .contains(
            "subsets[0].addresses[0].ip: Invalid value: \"010.0.0.2\": must not have leading 0s");
  }

  @Test
  void slicesHaveAddressesOfTheirType() {
    assertThat(sliceErrors("IPv4", "addresses: [10.0.0.1]", "ports: [{port: 80}]\n"))
        .isEmpty();
    assertThat(sliceErrors("IPv6", "addresses: ['fd00::1']", "")).isEmpty();
    assertThat(sliceErrors("IPv4", "addresses: ['fd00::1']", ""))
        .containsExactly(
            "endpoints[0].addresses: Invalid value: \"fd00::1\": must be an IPv4 address");
    assertThat(sliceErrors("IPv4", "addresses: []", ""))
        .containsExactly("endpoints[0].addresses: Required value");
    assertThat(sliceErrors("IPX", "addresses: [a]", ""))
        .containsExactly(
            "addressType: Unsupported value: \"IPX\": supported values: \"FQDN\", \"IPv4\","
                + " \"IPv6\"");
    assertThat(sliceErrors("''", "addresses: [a]", ""))
        .containsExactly("addressType: Required value");
  }

  @Test
  void portsOfSlicesHaveNamesOfTheirOwn() {
    assertThat(sliceErrors(
            "IPv4",
            "addresses: [10.0.0.1]",
            "ports: [{port: 80}, {port: 81}, {name: A, protocol: X, appProtocol: a/b/c}]\n"))
        .contains(
            "ports[1].name: Duplicate value: \"\"",
            "ports[2].protocol: Unsupported value: \"X\": supported values: \"SCTP\", \"TCP\", \"UDP\"");
  }

  @Test
  void hints() {
    assertThat(sliceErrors(
            "IPv4",
            "addresses: [10.0.0.1], hints: {forZones: [{name: a}, {name: a}], forNodes: [{name: B}]}",
            ""))
        .startsWith("endpoints[0].hints.forZones[1].name: Duplicate value: \"a\"")
        .anySatisfy(error -> assertThat(error)
            .startsWith("endpoints[0].hints.forNodes[0].name: Invalid value: \"B\": "));
  }

  @Test
  void slicesKeepTheirTypeAndCountTheirChanges() {
    MappingValue old = Written.stored(SLICES, slice("IPv4", "addresses: [10.0.0.1]", ""));
    assertThat(Written.json(SLICES, old, "metadata")).contains("\"generation\":1");

    MappingValue changed = Written.updated(SLICES, old, slice("IPv4", "addresses: [10.0.0.2]", ""));
    assertThat(Written.json(SLICES, changed, "metadata")).contains("\"generation\":2");
    assertThat(Written.errors(
            Written.update(SLICES, old, slice("IPv6", "addresses: ['fd00::1']", ""))))
        .containsExactly("addressType: Invalid value: null: field is immutable");
  }

  @Test
  void topologyIsDroppedButTheNodeThatWasThereStays() {
    String topology = "addresses: [10.0.0.1], deprecatedTopology: {kubernetes.io/hostname: worker}";
    MappingValue old = Written.stored(SLICES, slice("IPv4", topology, ""));
    assertThat(Written.json(SLICES, old, "endpoints")).doesNotContain("deprecatedTopology");

    MappingValue before =
        old.with("endpoints", Written.object("{e: [{" + topology + "}]}").get("e"));
    MappingValue changed = Written.updated(
        SLICES, before, slice("IPv4", topology.replace("10.0.0.1", "10.0.0.2"), ""));
    assertThat(Written.json(SLICES, changed, "endpoints"))
        .contains("\"nodeName\":\"worker\"")
        .doesNotContain("deprecatedTopology");
  }

  @Test
  void addressesAreRemarkedUnlessAControllerWroteThem() {
    String slice = slice("FQDN", "addresses: [example.com]", "");
    assertThat(Written.warnings(Written.create(SLICES, slice)))
        .containsExactly("spec.addressType: FQDN endpoints are deprecated");
    String endpoints = endpoints("addresses: [{ip: 'fd00:0::1'}]");
    assertThat(Written.warnings(Written.create(ENDPOINTS, endpoints)))
        .containsExactly(
            "subsets[0].addresses[0].ip: IPv6 address \"fd00:0::1\" should be in RFC 5952"
                + " canonical format (\"fd00::1\")");
    assertThat(Written.warnings(Written.create(
            ENDPOINTS,
            endpoints.replace(
                "{name: e}",
                "{name: e, labels: {endpoints.kubernetes.io/managed-by: endpoint-controller}}"))))
        .isEmpty();
  }
}
