package io.plimsoll.core.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.ServiceRanges;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredServicesTest {

  private static final ServiceRanges RANGES = ServiceRanges.of("10.96.0.0/12", "fd00::/108");

  private static Cluster stored(String... specs) {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < specs.length; i++) {
      yaml.append("---\n{apiVersion: v1, kind: Service, metadata: {name: s")
          .append(i)
          .append(", namespace: shop}, spec: ")
          .append(specs[i])
          .append("}\n");
    }
    Cluster manifests = Cluster.of(Manifests.read("shop.yaml", yaml.toString()).objects());
    return StoredObjects.of(manifests, Shop.strategies(), RANGES);
  }

  private static Fields spec(Cluster cluster, int number) {
    return Wares.spec(Shop.stored(ServerState.of(cluster), "Service", "s" + number));
  }

  private static List<String> addresses(Cluster cluster, int number) {
    return spec(cluster, number).strings("clusterIPs");
  }

  @Test
  void nobodyGetsWhatAnotherManifestSays() {
    Cluster cluster = stored(
        "{type: NodePort, ports: [{port: 80}]}",
        "{type: NodePort, ports: [{port: 80}]}",
        "{type: NodePort, clusterIP: 10.96.1.1, ports: [{port: 80, nodePort: 30086}]}");

    assertThat(addresses(cluster, 0)).containsExactly("10.96.1.2");
    assertThat(addresses(cluster, 1)).containsExactly("10.96.1.3");
    assertThat(addresses(cluster, 2)).containsExactly("10.96.1.1");
    assertThat(Wares.nodePorts(spec(cluster, 0))).containsExactly(30087L);
    assertThat(Wares.nodePorts(spec(cluster, 1))).containsExactly(30088L);
    assertThat(Wares.nodePorts(spec(cluster, 2))).containsExactly(30086L);
  }

  @Test
  void whatAManifestSaysStaysBeItTakenOrOutOfRange() {
    Cluster cluster = stored(
        "{type: NodePort, clusterIP: 192.168.0.1, ports: [{port: 80, nodePort: 80}]}",
        "{type: NodePort, clusterIP: 192.168.0.1, ports: [{port: 80, nodePort: 80}]}");

    for (int i = 0; i < 2; i++) {
      assertThat(addresses(cluster, i)).containsExactly("192.168.0.1");
      assertThat(spec(cluster, i).text("ipFamilyPolicy")).isEqualTo("SingleStack");
      assertThat(Wares.nodePorts(spec(cluster, i))).containsExactly(80L);
    }
  }

  @Test
  void aSecondFamilyAndAPortForHealthChecksAreGivenToo() {
    Cluster cluster = stored(
        "{ipFamilyPolicy: PreferDualStack, ports: [{port: 80}]}",
        "{type: LoadBalancer, externalTrafficPolicy: Local, ports: [{port: 80}]}",
        "{type: ExternalName, externalName: a.b}");

    assertThat(addresses(cluster, 0)).containsExactly("10.96.1.1", "fd00::101");
    assertThat(Wares.number(spec(cluster, 1), "healthCheckNodePort")).isEqualTo(30087);
    assertThat(addresses(cluster, 2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{clusterIP: nope, ports: [{port: 80}]}",
        "{clusterIPs: nope, ipFamilies: 7, ipFamilyPolicy: [x], ports: nope}",
        "{type: NodePort, ipFamilies: [IPv5, {}], ports: [7, {port: x, nodePort: y}]}",
        "{type: Nonsense, ipFamilyPolicy: Nonsense}",
        "[]",
        "null"
      })
  void oneThatMakesNoSenseStaysAsItIs(String spec) {
    Cluster cluster = stored(spec);

    assertThat(cluster.objects()).hasSize(1);
    assertThat(addresses(cluster, 0)).doesNotContain("");
  }

  @Test
  void manyServicesEachGetTheirOwn() {
    String[] specs = new String[3000];
    Arrays.fill(specs, "{ports: [{port: 80}]}");

    Cluster cluster = stored(specs);

    assertThat(cluster.objects())
        .extracting(service -> Wares.spec(service.tree()).text("clusterIP"))
        .doesNotContain("")
        .doesNotHaveDuplicates();
  }
}
