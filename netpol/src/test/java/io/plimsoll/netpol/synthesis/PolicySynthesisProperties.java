package io.plimsoll.netpol.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.ConnectivityOptions;
import io.plimsoll.netpol.RandomClusters;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.compare.ConnectivityDiff;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.netpol.lint.NetworkPolicyLint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class PolicySynthesisProperties {

  /** Addresses on both sides of every bound of the ranges that are wanted. */
  private static final List<String> OUTSIDE = List.of(
      "0.0.0.0",
      "9.255.255.255",
      "10.0.0.0",
      "10.0.255.255",
      "10.1.0.0",
      "10.1.255.255",
      "10.2.0.0",
      "10.3.2.1",
      "10.3.2.2",
      "10.255.255.255",
      "11.0.0.0",
      "192.0.2.6",
      "192.0.2.7",
      "192.0.2.8",
      "255.255.255.255",
      "::",
      "2001:db7:ffff::",
      "2001:db8::",
      "2001:db8:7fff::1",
      "2001:db8:8000::",
      "ffff::");

  private static final ConnectionSet DNS =
      ConnectionSet.of(Protocol.UDP, 53).union(ConnectionSet.of(Protocol.TCP, 53));

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void exactlyTheWantedConnectionsAreAllowed(@ForAll long seed, @ForAll boolean dns) {
    RandomShops shops = new RandomShops(new Random(seed));
    Cluster cluster = shops.cluster();
    List<Endpoint> endpoints = Connectivity.of(cluster).endpoints();
    List<ConnectionLine> wanted = shops.wanted(endpoints);
    SynthesisOptions options =
        dns ? SynthesisOptions.DEFAULT : SynthesisOptions.DEFAULT.withoutDns();

    PolicySynthesis synthesis = PolicySynthesis.of(cluster, wanted, options);

    assertThat(synthesis.problems()).isEmpty();
    Connectivity network = Connectivity.of(synthesis.applyTo(cluster));
    assertThat(network.problems()).isEmpty();
    for (Endpoint source : endpoints) {
      for (Endpoint destination : endpoints) {
        boolean self = source.equals(destination) && source instanceof Endpoint.Pod;
        boolean asks = dns && destination.toString().startsWith("kube-system/dns[");
        ConnectionSet expected = wanted(wanted, source, destination);
        assertThat(network.between(source, destination))
            .as("%s to %s of %s", source, destination, wanted)
            .isEqualTo(self ? ConnectionSet.ALL : asks ? expected.union(DNS) : expected);
      }
      for (String text : OUTSIDE) {
        Endpoint outside = new Endpoint.External(AddressRange.parse(text));
        assertThat(network.between(source, outside))
            .as("%s to %s of %s", source, outside, wanted)
            .isEqualTo(wanted(wanted, source, outside));
        assertThat(network.between(outside, source))
            .as("%s to %s of %s", outside, source, wanted)
            .isEqualTo(wanted(wanted, outside, source));
      }
    }
  }

  private static ConnectionSet wanted(
      List<ConnectionLine> lines, Endpoint source, Endpoint destination) {
    return lines.stream()
        .filter(line -> has(line.source(), source) && has(line.destination(), destination))
        .map(ConnectionLine::connections)
        .reduce(ConnectionSet.NONE, ConnectionSet::union);
  }

  private static boolean has(Endpoint wanted, Endpoint asked) {
    if (wanted instanceof Endpoint.External range && asked instanceof Endpoint.External address) {
      return range.addresses().family() == address.addresses().family()
          && range.addresses().contains(address.addresses());
    }
    return wanted.equals(asked);
  }

  @Property(tries = 80, shrinking = ShrinkingMode.OFF)
  void noRuleIsSuperfluous(@ForAll long seed) {
    RandomShops shops = new RandomShops(new Random(seed));
    Cluster cluster = shops.cluster();
    List<ConnectionLine> wanted = shops.wanted(Connectivity.of(cluster).endpoints());
    PolicySynthesis synthesis =
        PolicySynthesis.of(cluster, wanted, SynthesisOptions.DEFAULT.withoutDns());
    Cluster applied = synthesis.applyTo(cluster);
    Connectivity network = listing(applied);

    for (NetworkPolicy policy : synthesis.policies()) {
      List<FieldPath> rules = new ArrayList<>();
      for (int i = 0; i < policy.spec().ingress().size(); i++) {
        rules.add(FieldPath.of("spec", "ingress").index(i));
      }
      for (int i = 0; i < policy.spec().egress().size(); i++) {
        rules.add(FieldPath.of("spec", "egress").index(i));
      }
      for (FieldPath rule : rules) {
        KubeObject object = applied.find(policy.ref()).orElseThrow();
        Cluster without = applied.with(KubeObject.of(
            (MappingValue) Patch.of(new Patch.Operation.Remove(rule)).apply(object.tree())));
        assertThat(differ(network, listing(without)))
            .as("%s of %s in%n%s", rule, policy.ref(), synthesis.toYaml())
            .isTrue();
      }
    }
  }

  /** Lists speak of IPv6 only where the cluster does: with a node that does, this one does. */
  private static Connectivity listing(Cluster cluster) {
    KubeObject node = Manifests.read("node.yaml", """
        apiVersion: v1
        kind: Node
        metadata: {name: six}
        status: {addresses: [{type: InternalIP, address: "fd00::1"}]}
        """).objects().get(0);
    return Connectivity.of(
        cluster.with(node),
        ConnectivityOptions.builder()
            .selfPairs(ConnectivityOptions.SelfPairs.LIST)
            .build());
  }

  /** A pod and itself do not count: no policy is about that. */
  private static boolean differ(Connectivity a, Connectivity b) {
    return ConnectivityDiff.between(a, b)
        .changes()
        .anyMatch(change -> !(change.source() instanceof Endpoint.Pod)
            || !change.source().equals(change.destination()));
  }

  @Property(tries = 80, shrinking = ShrinkingMode.OFF)
  void theTextIsThePoliciesAndTheSameEachTime(@ForAll long seed) {
    RandomShops shops = new RandomShops(new Random(seed));
    Cluster cluster = shops.cluster();
    List<ConnectionLine> wanted = shops.wanted(Connectivity.of(cluster).endpoints());

    PolicySynthesis synthesis = PolicySynthesis.of(cluster, wanted);

    Manifests read = Manifests.read("made.yaml", synthesis.toYaml());
    assertThat(read.problems()).isEmpty();
    assertThat(read.objects().stream().map(object -> object.as(NetworkPolicy.KIND)))
        .isEqualTo(synthesis.policies());
    assertThat(PolicySynthesis.of(cluster, wanted).toYaml()).isEqualTo(synthesis.toYaml());
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void whatThereIsStaysUnlessAProblemSaysOtherwise(@ForAll long seed) {
    Cluster cluster = RandomClusters.make(new Random(seed));
    Connectivity before = listing(cluster);

    PolicySynthesis synthesis = PolicySynthesis.tighten(before, line -> true);

    boolean differ = differ(before, listing(synthesis.applyTo(cluster)));
    assertThat(synthesis.problems().isEmpty()).as("%s", synthesis.problems()).isEqualTo(!differ);
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void lintFindsNothingInWhatIsMade(@ForAll long seed) {
    RandomShops shops = new RandomShops(new Random(seed));
    Cluster cluster = shops.cluster();
    List<ConnectionLine> wanted = shops.wanted(Connectivity.of(cluster).endpoints());

    Cluster applied = PolicySynthesis.of(cluster, wanted).applyTo(cluster);

    assertThat(NetworkPolicyLint.of(applied).findings()).isEmpty();
  }
}
