package io.plimsoll.benchmarks;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.ConnectivityOptions;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.RoleBinding;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.Function;

/** Prints how much memory the indexes keep, beside the objects they are made of. Run it with a serial collector. */
final class Footprint {

  private static final int BINDINGS = 50_000;
  private static final int WORKLOADS = 10_000;
  private static final double MEGABYTE = 1 << 20;

  private Footprint() {}

  /** Measures both. */
  public static void main(String[] arguments) {
    List<RoleBinding> bindings = PeerBindings.bindings(BINDINGS);
    PeerBindings.askedIndex(List.of());
    print("index of 50,000 RoleBindings", bindings, PeerBindings::askedIndex, Rbac.class);

    Cluster cluster = Cluster.of(Networks.generated(WORKLOADS));
    lines(cluster);
    print("connectivity of 10,000 workloads", cluster, Footprint::lines, Connectivity.class);
  }

  private static Connectivity lines(Cluster cluster) {
    Connectivity network = Connectivity.of(cluster, ConnectivityOptions.NP_GUARD);
    network.lines().forEach(line -> {});
    return network;
  }

  private static <T, R> void print(String what, T input, Function<T, R> build, Class<R> type) {
    long before = used();
    R built = type.cast(build.apply(input));
    try {
      System.out.printf("%s: %.1f MiB%n", what, (used() - before) / MEGABYTE);
    } finally {
      Reference.reachabilityFence(built);
      Reference.reachabilityFence(input);
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
