package io.plimsoll.netpol.border;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.pod.Pod;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.ConnectivityOptions;
import io.plimsoll.netpol.ConnectivityOptions.Granularity;
import io.plimsoll.netpol.RandomClusters;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.border.WorkloadIsolation.State;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class NamespaceBordersProperties {

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void crossingsAreTheLinesBetweenNamespaces(@ForAll long seed) {
    Connectivity network = Connectivity.of(RandomClusters.make(new Random(seed)));
    NamespaceBorders borders = NamespaceBorders.of(network);

    Map<String, ConnectionSet> lines = new TreeMap<>();
    network.lines().forEach(line -> {
      String from = line.source().namespace();
      String to = line.destination().namespace();
      if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
        add(lines, line.source(), line.destination(), line.connections());
      }
    });

    for (Direction direction : Direction.values()) {
      Map<String, ConnectionSet> crossings = new TreeMap<>();
      for (String namespace : RandomClusters.NAMESPACES) {
        for (Crossing crossing : borders.crossings(namespace, direction)) {
          assertThat(crossing.others()).isNotEmpty().doesNotContain(namespace);
          spread(crossing, crossings);
        }
      }
      assertThat(crossings).as("%s", direction).isEqualTo(lines);
    }
  }

  private static void spread(Crossing crossing, Map<String, ConnectionSet> to) {
    for (Endpoint workload : crossing.workloads()) {
      for (String namespace : crossing.others()) {
        for (Endpoint peer : crossing.peers().in(namespace)) {
          boolean out = crossing.direction() == Direction.EGRESS;
          add(to, out ? workload : peer, out ? peer : workload, crossing.connections());
        }
      }
    }
  }

  private static void add(
      Map<String, ConnectionSet> to, Endpoint source, Endpoint destination, ConnectionSet some) {
    to.merge(source + " => " + destination, some, ConnectionSet::union);
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void aPodIsIsolatedByThePoliciesThatSelectIt(@ForAll long seed) {
    Cluster cluster = RandomClusters.make(new Random(seed));
    Connectivity network = Connectivity.of(
        cluster, ConnectivityOptions.builder().granularity(Granularity.POD).build());
    NamespaceBorders borders = NamespaceBorders.of(network);

    for (Pod pod : cluster.all(Pod.KIND)) {
      Endpoint endpoint = new Endpoint.Pod(pod.ref().namespace(), pod.ref().name());
      for (Direction direction : Direction.values()) {
        borders.isolation(pod.ref().namespace(), direction).workloads().stream()
            .filter(workload -> workload.workload().equals(endpoint))
            .forEach(workload -> check(cluster, pod, direction, workload));
      }
    }
  }

  private static void check(
      Cluster cluster, Pod pod, Direction direction, WorkloadIsolation found) {
    if (Boolean.TRUE.equals(pod.spec().hostNetwork())) {
      assertThat(found).isEqualTo(new WorkloadIsolation(found.workload(), State.NODE, List.of()));
      return;
    }
    List<ObjectRef> selecting = cluster.all(NetworkPolicy.KIND).stream()
        .filter(policy -> policy.ref().namespace().equals(pod.ref().namespace()))
        .filter(policy -> policy.spec().types().stream()
            .anyMatch(type -> type.equalsIgnoreCase(direction.name())))
        .filter(policy ->
            policy.spec().podSelector().toSelector().matches(pod.metadata().labels()))
        .map(NetworkPolicy::ref)
        .toList();
    assertThat(found.policies().stream()
            .filter(policy -> policy.kind().equals("NetworkPolicy"))
            .collect(Collectors.toSet()))
        .isEqualTo(Set.copyOf(selecting));
    if (found.policies().isEmpty()) {
      assertThat(found.state()).isEqualTo(State.OPEN);
    } else if (selecting.isEmpty()) {
      assertThat(found.state()).isIn(State.OPEN, State.RESTRICTED);
    } else {
      assertThat(found.state()).isIn(State.OPEN, State.ISOLATED);
    }
  }
}
