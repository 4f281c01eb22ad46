package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.holding;
import static io.plimsoll.core.apiserver.Shop.summary;
import static io.plimsoll.core.apiserver.Wares.clusterIps;
import static io.plimsoll.core.apiserver.Wares.ipFamilies;
import static io.plimsoll.core.apiserver.Wares.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.registry.ServiceRanges;
import io.plimsoll.core.request.ApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceAddressesTest {

  private static final String PORT = "\"ports\": [{\"port\": 80}]";
  private static final String ONE = "\"clusterIP\": \"10.96.0.10\", " + PORT;
  private static final ServiceRanges RANGES = ServiceRanges.of("10.96.0.0/12");
  private static final ServiceRanges SMALL = ServiceRanges.of("10.0.0.0/29");
  private static final ServiceRanges DUAL = ServiceRanges.of("10.96.0.0/12", "fd00::/108");

  private static String at(String address) {
    return "\"clusterIP\": \"" + address + "\", " + PORT;
  }

  private static String invalid(String addresses, String why) {
    return "422 Invalid: Service \"b\" is invalid: spec.clusterIPs: Invalid value: [" + addresses
        + "]: " + why;
  }

  @Test
  void anAddressBelongsToOneService() {
    Wares wares = Wares.of(RANGES);
    wares.create("a", ONE);

    Response second = wares.create("b", ONE);

    assertThat(summary(second))
        .isEqualTo(invalid(
            "\"10.96.0.10\"",
            "failed to allocate IP 10.96.0.10: provided IP is already allocated"));
  }

  @Test
  void anAddressIsTheSameHoweverItIsSpelled() {
    Wares wares = Wares.of(DUAL);
    wares.create("a", at("fd00::1:2"));

    Response second = wares.create("b", at("FD00:0::1:2"));

    assertThat(summary(second)).contains("provided IP is already allocated");
  }

  @ParameterizedTest
  @CsvSource({"192.168.0.1", "10.96.0.0", "10.111.255.255", "10.112.0.1"})
  void anAddressOutsideOfTheRangeIsNotGiven(String address) {
    Response refused = Wares.of(RANGES).create("b", at(address));

    assertThat(summary(refused))
        .isEqualTo(invalid(
            "\"" + address + "\"",
            "failed to allocate IP " + address
                + ": the provided network does not match the current range"));
  }

  @Test
  void theFirstAddressIsTheOneOfTheServer() {
    Wares wares = Wares.of(RANGES);
    String server = Wares.body("kubernetes", at("10.96.0.1"));

    Response refused = wares.create("b", at("10.96.0.1"));
    Response made = wares.ask(Shop.send("POST", "/api/v1/namespaces/default/services", server));
    Response again = wares.create("b", at("10.96.0.1"));

    assertThat(summary(refused)).contains("provided IP is already allocated");
    assertThat(made.code()).isEqualTo(201);
    assertThat(again.message()).isEqualTo(refused.message());
  }

  @Test
  void theFirstAddressIsFreeIfTheServerHasAnother() {
    ServerState state = holding("{apiVersion: v1, kind: Service, metadata: {name: kubernetes,"
        + " namespace: default}, spec: {clusterIP: 10.43.0.1}}");

    Response made = Wares.of(RANGES, state).create("b", at("10.96.0.1"));

    assertThat(made.code()).isEqualTo(201);
  }

  @Test
  void whoAsksForNothingGetsTheFirstThatIsFreeAfterThoseThatAreKept() {
    Wares wares = Wares.of(RANGES);

    assertThat(clusterIps(wares.create("a", PORT))).containsExactly("10.96.1.1");
    assertThat(clusterIps(wares.create("b", at("10.96.1.2")))).containsExactly("10.96.1.2");
    assertThat(clusterIps(wares.create("c", PORT))).containsExactly("10.96.1.3");
    wares.delete("a");
    Response last = wares.create("d", PORT);
    assertThat(clusterIps(last)).containsExactly("10.96.1.1");
    assertThat(spec(last).text("clusterIP")).isEqualTo("10.96.1.1");
    assertThat(spec(last).text("ipFamilyPolicy")).isEqualTo("SingleStack");
    assertThat(ipFamilies(last)).containsExactly("IPv4");
  }

  @Test
  void aServerThatHasNoAddressLeftFails() {
    Wares wares = Wares.of(SMALL);
    for (int i = 2; i <= 6; i++) {
      assertThat(clusterIps(wares.create("s" + i, PORT))).containsExactly("10.0.0." + i);
    }

    Response refused = wares.create("late", PORT);

    assertThat(summary(refused))
        .isEqualTo("500 InternalError: Internal error occurred: failed to allocate a serviceIP for"
            + " Service \"late\": range is full");
  }

  @Test
  void aDryRunLooksAtTheRangeOnly() {
    Wares wares = Wares.of(RANGES);
    wares.create("a", ONE);

    Response taken = wares.ask(Wares.creation("b", ONE).withParameter("dryRun", "All"));
    Response any = wares.ask(Wares.creation("b", PORT).withParameter("dryRun", "All"));
    Response outside =
        wares.ask(Wares.creation("b", at("192.168.0.1")).withParameter("dryRun", "All"));

    assertThat(taken.code()).isEqualTo(201);
    assertThat(clusterIps(any)).containsExactly("10.96.0.0");
    assertThat(summary(outside))
        .isEqualTo(invalid(
            "\"192.168.0.1\"",
            "failed to allocate IP 192.168.0.1: the provided IP (192.168.0.1) is not in the valid"
                + " range. The range of valid IPs is 10.96.0.0/12"));
  }

  @Test
  void whatCannotBeAllocatedIsSaidBeforeWhatIsInvalid() {
    Wares wares = Wares.of(RANGES);
    wares.create("a", ONE);

    Response refused = wares.create(
        "b",
        "\"clusterIP\": \"10.96.0.10\", \"type\": \"NodePort\","
            + " \"ports\": [{\"port\": 99999, \"nodePort\": 80}]");

    assertThat(refused.message())
        .isEqualTo("Service \"b\" is invalid: spec.clusterIPs: Invalid value: [\"10.96.0.10\"]:"
            + " failed to allocate IP 10.96.0.10: provided IP is already allocated");
  }

  @Test
  void addressesThatMakeNoSenseAreSaidAlone() {
    Response refused = Wares.of(RANGES).create("b", "\"clusterIP\": \"nope\", \"ports\": []");

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.message()).contains("spec.clusterIPs[0]").doesNotContain("spec.ports");
  }

  @Test
  void aGeneratedNameIsKnownByThen() {
    Wares wares = Wares.of(RANGES);
    wares.create("a", ONE);

    Response refused = wares.ask(Shop.send(
        "POST",
        "/api/v1/namespaces/shop/services",
        "{\"metadata\": {\"generateName\": \"web-\"}, \"spec\": {" + ONE + "}}"));

    assertThat(refused.message()).matches("Service \"web-[a-z0-9]{5}\" is invalid: .*");
  }

  @Test
  void aServiceThatBecomesAnExternalNameGivesItsAddressBack() {
    Wares wares = Wares.of(RANGES);
    wares.create("a", ONE);

    Response changed = wares.patch("a", "\"type\": \"ExternalName\", \"externalName\": \"a.b\"");
    Response second = wares.create("b", ONE);

    assertThat(clusterIps(changed)).isEmpty();
    assertThat(spec(changed).has("clusterIP")).isFalse();
    assertThat(spec(changed).has("ipFamilies")).isFalse();
    assertThat(spec(changed).has("ipFamilyPolicy")).isFalse();
    assertThat(second.code()).isEqualTo(201);
  }

  @Test
  void anExternalNameThatBecomesAServiceGetsAnAddress() {
    Wares wares = Wares.of(RANGES);
    wares.create("b", "\"type\": \"ExternalName\", \"externalName\": \"a.b\"");
    wares.create("a", ONE);

    Response taken = wares.patch("b", "\"type\": \"ClusterIP\", \"externalName\": null, " + ONE);
    Response given = wares.patch("b", "\"type\": \"ClusterIP\", \"externalName\": null, " + PORT);

    assertThat(summary(taken))
        .isEqualTo(invalid(
            "\"10.96.0.10\"",
            "failed to allocate IP 10.96.0.10: provided IP is already allocated"));
    assertThat(clusterIps(given)).containsExactly("10.96.1.1");
    assertThat(ipFamilies(given)).containsExactly("IPv4");
  }

  @Test
  void whoPutsAServiceNeedNotSayItsAddress() {
    Wares wares = Wares.of(RANGES);
    wares.create("a", ONE);

    Response replaced = wares.put("a", "\"ports\": [{\"port\": 81}]");

    assertThat(clusterIps(replaced)).containsExactly("10.96.0.10");
  }

  @Test
  void aServiceOfAManifestThatNobodyStoredGetsItsAddressWhenItIsChanged() {
    ServerState state = holding(
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80}]}}",
        "{apiVersion: v1, kind: Service, metadata: {name: old, namespace: shop}, spec: {clusterIP: 10.96.1.1, ports: [{port: 80}]}}");

    Wares wares = Wares.of(RANGES, state);

    assertThat(clusterIps(wares.patch("web", "\"sessionAffinity\": \"ClientIP\"")))
        .containsExactly("10.96.1.2");
    Response old = wares.patch("old", "\"type\": \"ExternalName\", \"externalName\": \"a.b\"");
    assertThat(old.message()).isEmpty();
    assertThat(spec(old).has("clusterIP")).isFalse();
  }

  @Test
  void headlessServicesHaveNoAddress() {
    Wares wares = Wares.of(RANGES);

    Response free = wares.create("a", at("None"));
    Response selecting = wares.create("b", at("None") + ", \"selector\": {\"app\": \"web\"}");
    Response both = wares.create(
        "c",
        at("None")
            + ", \"selector\": {\"app\": \"web\"}, \"ipFamilyPolicy\": \"RequireDualStack\"");

    assertThat(clusterIps(free)).containsExactly("None");
    assertThat(ipFamilies(free)).containsExactly("IPv4", "IPv6");
    assertThat(spec(free).text("ipFamilyPolicy")).isEqualTo("RequireDualStack");
    assertThat(ipFamilies(selecting)).containsExactly("IPv4");
    assertThat(summary(both))
        .isEqualTo("422 Invalid: Service \"c\" is invalid: spec.ipFamilyPolicy: Invalid value:"
            + " \"RequireDualStack\": this cluster is not configured for dual-stack services");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"ipFamilyPolicy\": \"RequireDualStack\""
            + "|spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": this cluster is not configured for dual-stack services",
        "\"ipFamilies\": [\"IPv6\"]"
            + "|spec.ipFamilies[0]: Invalid value: \"IPv6\": not configured on this cluster",
        "\"clusterIP\": \"fd00::1\""
            + "|spec.clusterIPs[0]: Invalid value: [\"fd00::1\"]: IPv6 is not configured on this cluster",
        "\"ipFamilies\": [\"IPv4\", \"IPv6\"]"
            + "|spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified",
        "\"clusterIP\": \"10.96.0.9\", \"clusterIPs\": [\"10.96.0.9\", \"fd00::1\"], \"ipFamilies\": [\"IPv4\", \"IPv6\"], \"ipFamilyPolicy\": \"SingleStack\""
            + "|[spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' or 'PreferDualStack' when multiple cluster IPs are specified, spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified]",
      })
  void aClusterWithOneFamilyHasNoOther(String spec, String errors) {
    Response refused = Wares.of(RANGES).create("a", spec + ", " + PORT);

    assertThat(refused.message()).isEqualTo("Service \"a\" is invalid: " + errors);
  }

  @Test
  void whoPrefersTwoFamiliesGetsWhatThereIs() {
    String prefers = "\"ipFamilyPolicy\": \"PreferDualStack\", " + PORT;

    Response one = Wares.of(RANGES).create("a", prefers);
    Response two = Wares.of(DUAL).create("a", prefers);
    Response other = Wares.of(DUAL).create("a", prefers + ", \"ipFamilies\": [\"IPv6\"]");

    assertThat(ipFamilies(one)).containsExactly("IPv4");
    assertThat(clusterIps(two)).containsExactly("10.96.1.1", "fd00::101");
    assertThat(ipFamilies(two)).containsExactly("IPv4", "IPv6");
    assertThat(clusterIps(other)).containsExactly("fd00::101", "10.96.1.1");
    assertThat(spec(other).text("clusterIP")).isEqualTo("fd00::101");
  }

  @Test
  void aSecondFamilyComesAndGoes() {
    Wares wares = Wares.of(DUAL);
    wares.create("a", ONE);

    Response dual = wares.patch("a", "\"ipFamilyPolicy\": \"RequireDualStack\"");
    Response reduced = wares.patch("a", "\"ipFamilies\": [\"IPv4\"]");
    Response single = wares.patch("a", "\"ipFamilyPolicy\": \"SingleStack\"");
    Response named = wares.patch(
        "a",
        "\"ipFamilyPolicy\": \"PreferDualStack\", \"clusterIPs\": [\"10.96.0.10\", \"fd00::101\"]");

    assertThat(clusterIps(dual)).containsExactly("10.96.0.10", "fd00::101");
    assertThat(reduced.message())
        .isEqualTo("Service \"a\" is invalid: spec.ipFamilyPolicy: Invalid value:"
            + " \"RequireDualStack\": must be 'SingleStack' to release the secondary IP family");
    assertThat(clusterIps(single)).containsExactly("10.96.0.10");
    assertThat(ipFamilies(single)).containsExactly("IPv4");
    assertThat(clusterIps(named)).containsExactly("10.96.0.10", "fd00::101");
    assertThat(ipFamilies(named)).containsExactly("IPv4", "IPv6");
  }

  @Test
  void aSecondAddressThatIsTakenIsRefused() {
    Wares wares = Wares.of(DUAL);
    wares.create("a", at("fd00::9"));
    wares.create("b", ONE);

    Response refused = wares.patch(
        "b",
        "\"ipFamilyPolicy\": \"RequireDualStack\", \"clusterIPs\": [\"10.96.0.10\", \"fd00::9\"]");

    assertThat(summary(refused))
        .isEqualTo(invalid(
            "\"10.96.0.10\",\"fd00::9\"",
            "failed to allocate IP fd00::9: provided IP is already allocated"));
  }

  @Test
  void aServiceKeepsWhatItPreferred() {
    Wares one = Wares.of(RANGES);
    one.create("a", "\"ipFamilyPolicy\": \"PreferDualStack\", " + PORT);
    Wares two = Wares.of(DUAL, one.state());

    Response kept = two.patch("a", "\"sessionAffinity\": \"ClientIP\"");

    assertThat(clusterIps(kept)).hasSize(1);
  }

  @Test
  void otherRangesAreAddedByServiceCidrs() {
    Wares wares = Wares.of(SMALL);
    String path = "/apis/networking.k8s.io/v1/servicecidrs";
    wares.ask(Shop.send(
        "POST",
        path,
        "{\"metadata\": {\"name\": \"more\"}, \"spec\": {\"cidrs\": [\"10.7.0.0/24\"]}}"));

    assertThat(wares.create("a", at("10.7.0.7")).code()).isEqualTo(201);
    for (int i = 2; i <= 6; i++) {
      assertThat(clusterIps(wares.create("s" + i, PORT))).containsExactly("10.0.0." + i);
    }
    assertThat(clusterIps(wares.create("z", PORT))).containsExactly("10.7.0.17");
  }

  @Test
  void aServiceCidrThatIsNotReadyAddsNothingAndTheServersOwnCountsInsteadOfTheFlag() {
    ServerState state = holding(
        "{apiVersion: networking.k8s.io/v1, kind: ServiceCIDR, metadata: {name: kubernetes}, spec: {cidrs: [10.43.0.0/16]}}",
        "{apiVersion: networking.k8s.io/v1, kind: ServiceCIDR, metadata: {name: more}, spec: {cidrs: [10.7.0.0/24]}, status: {conditions: [{type: Ready, status: 'False'}]}}");
    Wares wares = Wares.of(RANGES, state);

    assertThat(clusterIps(wares.create("a", PORT))).containsExactly("10.43.1.1");
    assertThat(wares.create("b", at("10.7.0.7")).code()).isEqualTo(422);
    assertThat(wares.create("b", at("10.96.0.7")).code()).isEqualTo(422);
  }

  @Test
  void anAddressThatSomethingElseHasIsTaken() {
    ServerState state = holding(
        "{apiVersion: networking.k8s.io/v1, kind: IPAddress, metadata: {name: 10.96.0.7}, spec: {parentRef: {group: gateway.networking.k8s.io, resource: gateways, name: g}}}",
        "{apiVersion: networking.k8s.io/v1, kind: IPAddress, metadata: {name: 10.96.0.8}, spec: {parentRef: {resource: services, namespace: shop, name: gone}}}");
    Wares wares = Wares.of(RANGES, state);

    assertThat(summary(wares.create("b", at("10.96.0.7"))))
        .contains("provided IP is already allocated");
    assertThat(wares.create("b", at("10.96.0.8")).code()).isEqualTo(201);
  }

  @Test
  void anApplyGetsAnAddressToo() {
    ApiRequest apply = ApiRequest.of("PATCH", "/api/v1/namespaces/shop/services/a")
        .withParameter("fieldManager", "me")
        .withBody(
            "application/apply-patch+yaml",
            "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80}]}}");

    Response made = Wares.of(RANGES).ask(apply);

    assertThat(clusterIps(made)).containsExactly("10.96.1.1");
  }
}
