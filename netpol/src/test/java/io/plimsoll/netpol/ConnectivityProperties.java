package io.plimsoll.netpol;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.netpol.ConnectivityOptions.CidrScope;
import io.plimsoll.netpol.ConnectivityOptions.HostNetwork;
import io.plimsoll.netpol.ConnectivityOptions.LocalNode;
import io.plimsoll.netpol.NaiveEvaluator.End;
import io.plimsoll.netpol.NaiveEvaluator.Question;
import io.plimsoll.netpol.NaiveEvaluator.Verdict;
import io.plimsoll.netpol.PluginProfile.Gap;
import io.plimsoll.netpol.connection.AddressFamily;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.Protocol;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class ConnectivityProperties {

  private static final List<String> OUTSIDE = List.of(
      "10.1.1.255",
      "10.2.0.0",
      "11.0.0.0",
      "172.18.0.2",
      "172.18.0.3",
      "172.18.0.4",
      "192.0.2.7",
      "192.0.2.127",
      "192.0.2.128",
      "fd00:172::2",
      "fd00:1::ffff",
      "2001:db8::1",
      "2001:db8::2");

  private static final int CONNECTIONS = 700;

  /** 300 clusters of 700 connections each. */
  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void theEngineAgreesWithTheNaiveEvaluator(@ForAll long seed) {
    Random random = new Random(seed);
    Cluster cluster = RandomClusters.make(random);
    ConnectivityOptions options = options(random);
    NaiveEvaluator naive = new NaiveEvaluator(cluster, options);
    Connectivity connectivity = Connectivity.of(cluster, options);
    List<String> ends = new ArrayList<>(naive.pods().keySet());
    ends.addAll(OUTSIDE);

    for (int i = 0; i < CONNECTIONS; i++) {
      Question question = question(random, naive, ends);
      Verdict egress = naive.judge(question, false);
      Verdict ingress = naive.judge(question, true);

      Decision decision = connectivity.decide(connection(question));

      assertThat(verdict(decision.egress())).as("egress of %s", question).isEqualTo(egress);
      assertThat(verdict(decision.ingress())).as("ingress of %s", question).isEqualTo(ingress);
      boolean usual = question.domain() == null
          && question.v6() == NaiveEvaluator.v6(question.source(), question.destination());
      if (usual) {
        boolean allowed = egress.allowed() && ingress.allowed();
        assertAllowed(connectivity, question, allowed);
      }
    }
  }

  private static void assertAllowed(Connectivity connectivity, Question question, boolean allowed) {
    Endpoint source = endpoint(question.source());
    Endpoint destination = endpoint(question.destination());
    Protocol protocol = Protocol.valueOf(question.protocol());

    boolean allows = connectivity.allows(source, destination, protocol, question.port());
    ConnectionSet between = connectivity.between(source, destination);

    assertThat(allows).as("%s", question).isEqualTo(allowed);
    assertThat(between.contains(protocol, question.port())).as("%s", question).isEqualTo(allowed);
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void linesAndGroupsSayWhatIsAllowedBetweenEndpoints(@ForAll long seed) {
    Random random = new Random(seed);
    Connectivity connectivity = Connectivity.of(RandomClusters.make(random), options(random));

    Set<String> lines =
        connectivity.lines().map(ConnectionLine::toString).collect(Collectors.toSet());

    Set<String> expected = new TreeSet<>();
    for (Endpoint source : connectivity.endpoints()) {
      for (Endpoint destination : connectivity.endpoints()) {
        ConnectionSet between = connectivity.between(source, destination);
        if (!source.equals(destination) && !between.isEmpty()) {
          expected.add(new ConnectionLine(source, destination, between).toString());
        }
      }
    }
    assertThat(lines.stream().filter(line -> !line.contains("[External]")))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expanded(connectivity)).containsExactlyInAnyOrderElementsOf(lines);
  }

  private static Set<String> expanded(Connectivity connectivity) {
    java.util.Map<String, ConnectionSet> pairs = new java.util.TreeMap<>();
    connectivity.groups().forEach(group -> {
      for (Endpoint source : group.sources()) {
        for (Endpoint destination : group.destinations()) {
          if (!source.equals(destination)) {
            pairs.merge(source + " => " + destination, group.connections(), ConnectionSet::union);
          }
        }
      }
    });
    Set<String> lines = new TreeSet<>();
    pairs.forEach((pair, connections) -> lines.add(pair + " : " + connections));
    return lines;
  }

  private static ConnectivityOptions options(Random random) {
    return ConnectivityOptions.builder()
        .hostNetwork(pick(random, HostNetwork.values()))
        .ipBlocks(pick(random, CidrScope.values()))
        .networks(pick(random, CidrScope.values()))
        .localNode(pick(random, LocalNode.values()))
        .plugin(plugin(random))
        .build();
  }

  /** Half of the plug-ins lack nothing, the others each gap in one case of three. */
  private static PluginProfile plugin(Random random) {
    if (random.nextBoolean()) {
      return PluginProfile.COMPLETE;
    }
    Set<Gap> gaps = EnumSet.allOf(Gap.class);
    gaps.removeIf(gap -> random.nextInt(3) > 0);
    return new PluginProfile("it", gaps);
  }

  private static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static Question question(Random random, NaiveEvaluator naive, List<String> ends) {
    End source = end(naive, ends.get(random.nextInt(ends.size())));
    End destination = end(naive, ends.get(random.nextInt(ends.size())));
    int port = RandomClusters.PORTS.get(random.nextInt(RandomClusters.PORTS.size()));
    port = Math.max(1, Math.min(65535, port + random.nextInt(3) - 1));
    String protocol = pick(random, Protocol.values()).name();
    String domain = random.nextInt(5) > 0 ? null : "www.example.com".substring(random.nextInt(5));
    boolean v6 = NaiveEvaluator.v6(source, destination);
    boolean other = NaiveEvaluator.may(source, !v6) && NaiveEvaluator.may(destination, !v6);
    v6 ^= other && random.nextInt(3) == 0;
    return new Question(source, destination, protocol, port, domain, v6);
  }

  private static End end(NaiveEvaluator naive, String name) {
    End pod = naive.pods().get(name);
    return pod == null ? End.outside(name) : pod;
  }

  private static Connection connection(Question question) {
    Connection connection = Connection.of(
            endpoint(question.source()),
            endpoint(question.destination()),
            Protocol.valueOf(question.protocol()),
            question.port())
        .over(question.v6() ? AddressFamily.IPV6 : AddressFamily.IPV4);
    return question.domain() == null ? connection : connection.lookedUpAs(question.domain());
  }

  private static Endpoint endpoint(End end) {
    return end.isPod()
        ? new Endpoint.Pod(end.namespace(), end.name())
        : new Endpoint.External(AddressRange.parse(end.ips().get(0)));
  }

  private static Verdict verdict(SideDecision side) {
    Set<String> by = side.decidedBy().stream()
        .map(rule -> rule.policy())
        .map(ref -> ref.kind() + "/" + (ref.namespace().isEmpty() ? "" : ref.namespace() + "/")
            + ref.name())
        .collect(Collectors.toCollection(TreeSet::new));
    return new Verdict(side.allowed(), side.reason().name(), by);
  }
}
