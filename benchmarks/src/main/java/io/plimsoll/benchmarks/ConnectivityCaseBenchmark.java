package io.plimsoll.benchmarks;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.compare.ConnectivityDiff;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Common cases: a small cluster from its text, many blocks of addresses, and a change of one policy. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgs = {"-Xms2g", "-Xmx2g"})
public class ConnectivityCaseBenchmark {

  private static final int WORKLOADS = 1_000;

  private final String small = Networks.small(50);
  private final Cluster blocks =
      Cluster.of(Manifests.read("blocks.yaml", Networks.blocks(22, 638)).objects());
  private Cluster before = Cluster.empty();
  private Cluster after = Cluster.empty();

  @SuppressWarnings("NullAway.Init") // JMH calls read() first
  private Connectivity builtBefore;

  @SuppressWarnings("NullAway.Init")
  private Connectivity builtAfter;

  /** Reads the clusters that differ in one policy: the first from the middle on that something depends on. */
  @Setup
  public void read() {
    before = Cluster.of(Networks.generated(WORKLOADS));
    builtBefore = Connectivity.of(before);
    List<KubeObject> policies = before.objects(NetworkPolicy.KIND);
    int gone = policies.size() / 2;
    do {
      after = before.without(policies.get(gone++).ref());
      builtAfter = Connectivity.of(after);
    } while (changes(builtBefore, builtAfter) == 0);
  }

  /** From the text of 50 pods and 50 policies to all lines. */
  @Benchmark
  public long smallFromText() {
    return lines(Cluster.of(Manifests.read("small.yaml", small).objects()));
  }

  /** 22 workloads that may reach 638 addresses. */
  @Benchmark
  public long manyBlocks() {
    return lines(blocks);
  }

  /** What changes for 1,000 workloads when one policy goes: both clusters are built, then compared. */
  @Benchmark
  public long buildAndDiff() {
    return changes(Connectivity.of(before), Connectivity.of(after));
  }

  /** The comparison alone. */
  @Benchmark
  public long diff() {
    return changes(builtBefore, builtAfter);
  }

  private static long changes(Connectivity before, Connectivity after) {
    return ConnectivityDiff.between(before, after).changes().count();
  }

  private static long lines(Cluster cluster) {
    return Connectivity.of(cluster)
        .lines()
        .mapToLong(line -> line.toString().length())
        .sum();
  }
}
