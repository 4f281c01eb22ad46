package io.plimsoll.benchmarks;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.ConnectivityOptions;
import io.plimsoll.netpol.Explanation;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.Protocol;
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

/** One question after another about a generated cluster, each about another pair of workloads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgs = {"-Xms2g", "-Xmx2g"})
public class ConnectivityQuestionBenchmark {

  private static final int PORT = 8080;

  /** A prime, so that sources and destinations meet in ever new pairs. */
  private static final int STEP = 7_919;

  /** How many workloads there are. */
  @Param({"1000", "10000"})
  public int workloads;

  @SuppressWarnings("NullAway.Init") // JMH calls build() first
  private Connectivity network;

  private List<Endpoint> endpoints = List.of();
  private int turn;

  /** Reads and builds. */
  @Setup
  public void build() {
    network =
        Connectivity.of(Cluster.of(Networks.generated(workloads)), ConnectivityOptions.NP_GUARD);
    endpoints = network.endpoints();
  }

  private Endpoint source() {
    return endpoints.get(turn++ % endpoints.size());
  }

  private Endpoint destination() {
    return endpoints.get((int) ((long) turn * STEP % endpoints.size()));
  }

  /** Whether a connection is allowed. */
  @Benchmark
  public boolean allows() {
    return network.allows(source(), destination(), Protocol.TCP, PORT);
  }

  /** All connections of a pair. */
  @Benchmark
  public ConnectionSet between() {
    return network.between(source(), destination());
  }

  /** Why the connections of a pair are allowed or not. */
  @Benchmark
  public Explanation explain() {
    return network.explain(source(), destination());
  }
}
