package io.plimsoll.netpol.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.RandomClusters;
import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.IpAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class ConnectivityDiffProperties {

  private static final List<String> OUTSIDE =
      List.of("9.255.255.255", "10.0.0.0", "10.1.1.255", "192.0.2.7", "192.0.2.128", "203.0.113.1");

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void aClusterDoesNotDifferFromItself(@ForAll long seed) {
    Connectivity network = Connectivity.of(RandomClusters.make(new Random(seed)));
    Connectivity again = Connectivity.of(RandomClusters.make(new Random(seed)));

    ConnectivityDiff diff = ConnectivityDiff.between(network, again);

    assertThat(diff.changes()).isEmpty();
    assertThat(diff.policies()).isEmpty();
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void changesAreExactlyWhereConnectionsDiffer(@ForAll long seed) {
    Random random = new Random(seed);
    Cluster first = RandomClusters.make(random);
    Cluster second = random.nextBoolean() ? RandomClusters.make(random) : without(random, first);
    Connectivity before = Connectivity.of(first);
    Connectivity after = Connectivity.of(second);
    Set<Endpoint> ends = new TreeSet<>(before.endpoints());
    ends.addAll(after.endpoints());

    List<ConnectionChange> changes =
        ConnectivityDiff.between(before, after).changes().toList();

    assertThat(betweenPods(changes)).isEqualTo(betweenPods(before, after, ends));
    for (String text : OUTSIDE) {
      for (Endpoint end : ends) {
        assertSameAsAsked(changes, before, after, end, IpAddress.parse(text));
      }
    }
    assertThat(changes).allSatisfy(change -> {
      assertThat(change.before()).isNotEqualTo(change.after());
      assertThat(change.causes()).as("%s", change).isNotEmpty();
    });
  }

  private static Cluster without(Random random, Cluster cluster) {
    List<KubeObject> kept = new ArrayList<>(cluster.objects());
    kept.remove(random.nextInt(kept.size()));
    return Cluster.of(kept);
  }

  private static Set<String> betweenPods(List<ConnectionChange> changes) {
    Set<String> lines = new HashSet<>();
    for (ConnectionChange change : changes) {
      if (!isExternal(change.source()) && !isExternal(change.destination())) {
        lines.add(line(change.source(), change.destination(), change.before(), change.after()));
      }
    }
    return lines;
  }

  private static Set<String> betweenPods(
      Connectivity before, Connectivity after, Set<Endpoint> ends) {
    Set<String> lines = new HashSet<>();
    for (Endpoint source : ends) {
      for (Endpoint destination : ends) {
        ConnectionSet was = between(before, source, destination);
        ConnectionSet is = between(after, source, destination);
        if (!source.equals(destination) && !was.equals(is)) {
          lines.add(line(source, destination, was, is));
        }
      }
    }
    return lines;
  }

  /** What a cluster does not have connects to nothing. */
  private static ConnectionSet between(
      Connectivity network, Endpoint source, Endpoint destination) {
    boolean known = (isExternal(source) || network.endpoints().contains(source))
        && (isExternal(destination) || network.endpoints().contains(destination));
    return known ? network.between(source, destination) : ConnectionSet.NONE;
  }

  private static boolean isExternal(Endpoint endpoint) {
    return endpoint instanceof Endpoint.External;
  }

  private static String line(
      Endpoint source, Endpoint destination, ConnectionSet before, ConnectionSet after) {
    return source + " => " + destination + " : " + before + " / " + after;
  }

  private static void assertSameAsAsked(
      List<ConnectionChange> changes,
      Connectivity before,
      Connectivity after,
      Endpoint end,
      IpAddress address) {
    Endpoint outside = new Endpoint.External(AddressRange.of(address));
    List<List<Endpoint>> pairs = List.of(List.of(outside, end), List.of(end, outside));
    for (List<Endpoint> pair : pairs) {
      ConnectionSet was = between(before, pair.get(0), pair.get(1));
      ConnectionSet is = between(after, pair.get(0), pair.get(1));

      List<ConnectionChange> about = changes.stream()
          .filter(change -> covers(change.source(), pair.get(0), address)
              && covers(change.destination(), pair.get(1), address))
          .toList();

      assertThat(about).as("%s", pair).hasSize(was.equals(is) ? 0 : 1);
      about.forEach(change -> {
        assertThat(change.before()).isEqualTo(was);
        assertThat(change.after()).isEqualTo(is);
      });
    }
  }

  private static boolean covers(Endpoint changed, Endpoint asked, IpAddress address) {
    return isExternal(asked)
        ? changed instanceof Endpoint.External external && external.addresses().contains(address)
        : changed.equals(asked);
  }
}
