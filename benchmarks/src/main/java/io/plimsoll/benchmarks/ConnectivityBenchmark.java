package io.plimsoll.benchmarks;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.ConnectivityOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All connections of a generated cluster whose objects were read already; each workload has about one policy. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 2,
    jvmArgs = {"-Xms2g", "-Xmx2g"})
public class ConnectivityBenchmark {

  /** How many workloads there are. */
  @Param({"100", "1000", "3000", "10000"})
  public int workloads;

  private List<KubeObject> objects = List.of();
  private Cluster cluster = Cluster.empty();

  /** Reads the objects, and their records. */
  @Setup
  public void read() {
    objects = Networks.generated(workloads);
    cluster = Cluster.of(objects);
    lines(cluster);
  }

  /** Build and all lines, the records having been read before. */
  @Benchmark
  public long lines() {
    return lines(cluster);
  }

  /** The same from the objects: index, records, build and lines. */
  @Benchmark
  public long linesFromObjects() {
    return lines(Cluster.of(objects));
  }

  private static long lines(Cluster cluster) {
    return Connectivity.of(cluster, ConnectivityOptions.NP_GUARD)
        .lines()
        .mapToLong(line -> line.toString().length())
        .sum();
  }
}
