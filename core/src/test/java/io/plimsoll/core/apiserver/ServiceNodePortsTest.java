package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.summary;
import static io.plimsoll.core.apiserver.Wares.healthCheckNodePort;
import static io.plimsoll.core.apiserver.Wares.nodePorts;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.registry.ServiceRanges;
import io.plimsoll.core.request.ApiRequest;
import org.junit.jupiter.api.Test;

class ServiceNodePortsTest {

  private static final String NODE_PORT = "\"type\": \"NodePort\", ";
  private static final String BALANCER = "\"type\": \"LoadBalancer\", ";
  private static final String LOCAL =
      "\"type\": \"LoadBalancer\", \"externalTrafficPolicy\": \"Local\", ";
  private static final String PORT = "\"ports\": [{\"port\": 80}]";
  private static final ServiceRanges RANGES = ServiceRanges.of("10.96.0.0/12");
  private static final String ALLOCATED = "provided port is already allocated";

  private static String at(long nodePort) {
    return "\"ports\": [{\"port\": 80, \"nodePort\": " + nodePort + "}]";
  }

  private static String invalid(int index, long nodePort, String why) {
    return "422 Invalid: Service \"b\" is invalid: spec.ports[" + index
        + "].nodePort: Invalid value: " + nodePort + ": " + why;
  }

  @Test
  void aPortBelongsToOneService() {
    Wares wares = Wares.of(RANGES);
    wares.create("a", NODE_PORT + at(30080));

    Response same = wares.create("b", NODE_PORT + at(30080));
    Response otherProtocol = wares.create(
        "b", NODE_PORT + "\"ports\": [{\"port\": 80, \"nodePort\": 30080, \"protocol\": \"UDP\"}]");

    assertThat(summary(same)).isEqualTo(invalid(0, 30080, ALLOCATED));
    assertThat(summary(otherProtocol)).isEqualTo(summary(same));
  }

  @Test
  void aPortOutsideOfTheRangeIsNotGiven() {
    Response low = Wares.of(RANGES).create("b", NODE_PORT + at(80));
    Response other = Wares.of(RANGES.withNodePorts(8000, 8009)).create("b", NODE_PORT + at(30000));

    assertThat(summary(low))
        .isEqualTo(invalid(
            0,
            80,
            "provided port is not in the valid range. The range of valid ports is 30000-32767"));
    assertThat(summary(other)).endsWith("The range of valid ports is 8000-8009");
  }

  @Test
  void whoAsksForNothingGetsTheFirstThatIsFreeAfterThoseThatAreKept() {
    Wares wares = Wares.of(RANGES);

    assertThat(nodePorts(wares.create("a", NODE_PORT + at(30086)))).containsExactly(30086L);
    assertThat(nodePorts(wares.create("b", NODE_PORT + PORT))).containsExactly(30087L);
    assertThat(nodePorts(wares.create("c", BALANCER + PORT))).containsExactly(30088L);
    assertThat(nodePorts(
            wares.create("d", BALANCER + "\"allocateLoadBalancerNodePorts\": false, " + PORT)))
        .containsExactly(0L);
    assertThat(nodePorts(
            wares.create("e", BALANCER + "\"allocateLoadBalancerNodePorts\": false, " + at(30100))))
        .containsExactly(30100L);
    wares.delete("b");
    assertThat(nodePorts(wares.create("f", NODE_PORT + PORT))).containsExactly(30087L);
  }

  @Test
  void aPortOfTwoProtocolsHasOnePortOfNodes() {
    Wares wares = Wares.of(RANGES);

    Response any = wares.create(
        "a",
        NODE_PORT + "\"ports\": [{\"name\": \"t\", \"port\": 53},"
            + " {\"name\": \"u\", \"port\": 53, \"protocol\": \"UDP\"}]");
    Response asked = wares.create(
        "b",
        NODE_PORT + "\"ports\": [{\"name\": \"t\", \"port\": 53},"
            + " {\"name\": \"u\", \"port\": 53, \"protocol\": \"UDP\", \"nodePort\": 30053}]");

    assertThat(nodePorts(any)).containsExactly(30086L, 30086L);
    assertThat(nodePorts(asked)).containsExactly(30053L, 30053L);
  }

  @Test
  void twoPortsOfAServiceDoNotShareOne() {
    Response refused = Wares.of(RANGES)
        .create(
            "b",
            NODE_PORT + "\"ports\": [{\"name\": \"x\", \"port\": 1, \"nodePort\": 30010},"
                + " {\"name\": \"y\", \"port\": 2, \"nodePort\": 30010}]");

    assertThat(summary(refused)).isEqualTo(invalid(1, 30010, ALLOCATED));
  }

  @Test
  void aServerThatHasNoPortLeftFails() {
    Wares wares = Wares.of(RANGES.withNodePorts(30000, 30001));
    assertThat(nodePorts(wares.create("a", NODE_PORT + PORT))).containsExactly(30000L);
    assertThat(nodePorts(wares.create("b", NODE_PORT + PORT))).containsExactly(30001L);

    Response refused = wares.create("c", NODE_PORT + PORT);
    Response checked =
        wares.create("c", LOCAL + "\"allocateLoadBalancerNodePorts\": false, " + PORT);

    assertThat(summary(refused))
        .isEqualTo("500 InternalError: Internal error occurred: failed to allocate a nodePort:"
            + " range is full");
    assertThat(summary(checked))
        .isEqualTo("500 InternalError: Internal error occurred: failed to allocate a HealthCheck"
            + " NodePort 0: range is full");
  }

  @Test
  void thePortsThatAreKeptAreGivenLast() {
    Wares wares = Wares.of(RANGES.withNodePorts(30000, 30017));

    assertThat(nodePorts(wares.create("a", NODE_PORT + PORT))).containsExactly(30016L);
    assertThat(nodePorts(wares.create("b", NODE_PORT + PORT))).containsExactly(30017L);
    assertThat(nodePorts(wares.create("c", NODE_PORT + PORT))).containsExactly(30000L);
  }

  @Test
  void aDryRunLooksAtWhatIsInUseOnly() {
    Wares wares = Wares.of(RANGES);
    wares.create("a", NODE_PORT + at(30080));

    Response taken = dryRun(wares, NODE_PORT + at(30080));
    Response outside = dryRun(wares, NODE_PORT + at(80));
    Response any = dryRun(
        wares,
        LOCAL + "\"ports\": [{\"name\": \"x\", \"port\": 1}, {\"name\": \"y\", \"port\": 2}]");

    assertThat(summary(taken)).isEqualTo(invalid(0, 30080, ALLOCATED));
    assertThat(nodePorts(outside)).containsExactly(80L);
    assertThat(nodePorts(any)).containsExactly(32769L, 32770L);
    assertThat(healthCheckNodePort(any)).isEqualTo(32771);
    assertThat(nodePorts(wares.create("b", NODE_PORT + PORT))).containsExactly(30086L);
  }

  private static Response dryRun(Wares wares, String spec) {
    return wares.ask(Wares.creation("b", spec).withParameter("dryRun", "All"));
  }

  @Test
  void aServiceThatIsToHavePortsOfNodesGetsSomeAndGivesThemBack() {
    Wares wares = Wares.of(RANGES);
    wares.create("a", PORT);

    Response given = wares.patch("a", "\"type\": \"NodePort\"");
    Response kept = wares.put("a", NODE_PORT + "\"ports\": [{\"port\": 81}]");
    Response balanced = wares.patch("a", "\"type\": \"LoadBalancer\"");
    Response back = wares.patch("a", "\"type\": \"ClusterIP\"");

    assertThat(nodePorts(given)).containsExactly(30086L);
    assertThat(nodePorts(kept)).containsExactly(30086L);
    assertThat(nodePorts(balanced)).containsExactly(30086L);
    assertThat(nodePorts(back)).containsExactly(0L);
    assertThat(nodePorts(wares.create("b", NODE_PORT + at(30086)))).containsExactly(30086L);
  }

  @Test
  void aServiceThatBecomesAnExternalNameGivesItsPortsBack() {
    Wares wares = Wares.of(RANGES);
    wares.create("a", NODE_PORT + at(30080));

    Response changed = wares.patch("a", "\"type\": \"ExternalName\", \"externalName\": \"a.b\"");

    assertThat(nodePorts(changed)).containsExactly(0L);
    assertThat(wares.create("b", NODE_PORT + at(30080)).code()).isEqualTo(201);
  }

  @Test
  void aChangedPortMustBeFree() {
    Wares wares = Wares.of(RANGES);
    wares.create("a", NODE_PORT + at(30080));
    wares.create("b", NODE_PORT + at(30081));

    Response taken = wares.patch("b", at(30080));
    Response outside = wares.patch("b", at(80));
    Response free = wares.patch("b", at(30082));

    assertThat(summary(taken)).isEqualTo(invalid(0, 30080, ALLOCATED));
    assertThat(summary(outside))
        .isEqualTo(invalid(
            0,
            80,
            "provided port is not in the valid range. The range of valid ports is 30000-32767"));
    assertThat(nodePorts(free)).containsExactly(30082L);
    assertThat(wares.create("c", NODE_PORT + at(30081)).code()).isEqualTo(201);
  }

  @Test
  void anUpdateThatSharesAPortFails() {
    Wares wares = Wares.of(RANGES);
    wares.create("b", NODE_PORT + at(30080));

    Response refused = wares.patch(
        "b",
        "\"ports\": [{\"name\": \"x\", \"port\": 1, \"nodePort\": 30080},"
            + " {\"name\": \"y\", \"port\": 2, \"nodePort\": 30080}]");
    Response shared = wares.patch(
        "b",
        "\"ports\": [{\"name\": \"x\", \"port\": 1, \"nodePort\": 30090},"
            + " {\"name\": \"y\", \"port\": 2, \"nodePort\": 30090, \"protocol\": \"UDP\"}]");

    assertThat(summary(refused)).isEqualTo("500 : duplicate nodePort: {TCP 30080}");
    assertThat(nodePorts(shared)).containsExactly(30090L, 30090L);
  }

  @Test
  void aBalancerOfLocalTrafficHasAPortForHealthChecks() {
    Wares wares = Wares.of(RANGES);
    wares.create("a", NODE_PORT + at(30080));

    Response any = wares.create("l", LOCAL + PORT);
    Response asked = wares.create("m", LOCAL + "\"healthCheckNodePort\": 30500, " + PORT);
    Response taken = wares.create("n", LOCAL + "\"healthCheckNodePort\": 30080, " + PORT);
    Response outside = wares.create("n", LOCAL + "\"healthCheckNodePort\": 80, " + PORT);
    Response byOther = wares.create("b", NODE_PORT + at(30500));

    assertThat(nodePorts(any)).containsExactly(30086L);
    assertThat(healthCheckNodePort(any)).isEqualTo(30087);
    assertThat(healthCheckNodePort(asked)).isEqualTo(30500);
    assertThat(summary(taken))
        .isEqualTo("500 InternalError: Internal error occurred: failed to allocate requested"
            + " HealthCheck NodePort 30080: provided port is already allocated");
    assertThat(summary(outside))
        .isEqualTo("500 InternalError: Internal error occurred: failed to allocate requested"
            + " HealthCheck NodePort 80: provided port is not in the valid range. The range of"
            + " valid ports is 30000-32767");
    assertThat(summary(byOther)).isEqualTo(invalid(0, 30500, ALLOCATED));
  }

  @Test
  void thePortForHealthChecksComesAndGoes() {
    Wares wares = Wares.of(RANGES);
    wares.create("a", BALANCER + PORT);

    Response local = wares.patch("a", "\"externalTrafficPolicy\": \"Local\"");
    Response kept = wares.patch("a", "\"healthCheckNodePort\": null");
    Response cluster = wares.patch("a", "\"externalTrafficPolicy\": \"Cluster\"");

    assertThat(healthCheckNodePort(local)).isEqualTo(30087);
    assertThat(healthCheckNodePort(kept)).isEqualTo(30087);
    assertThat(healthCheckNodePort(cluster)).isZero();
    assertThat(wares.create("b", NODE_PORT + at(30087)).code()).isEqualTo(201);
  }

  @Test
  void theStatusOfAServiceNeedsNoPorts() {
    Wares wares = Wares.of(RANGES);
    wares.create("a", PORT);

    Response status = wares.ask(ApiRequest.of("PATCH", "/api/v1/namespaces/shop/services/a/status")
        .withBody("application/merge-patch+json", "{\"spec\": {\"type\": \"NodePort\"}}"));

    assertThat(status.code()).isEqualTo(200);
    assertThat(nodePorts(status)).containsExactly(0L);
  }
}
