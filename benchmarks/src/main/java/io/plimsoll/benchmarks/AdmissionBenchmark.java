package io.plimsoll.benchmarks;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.apiserver.ServerState;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.posture.Posture;
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

/**
 * A pod that a developer creates, through the whole default chain: RBAC, all default plug-ins, LimitRange, quota and Pod Security, in
 * one of ten namespaces.
 *
 * <p>The chain is some thousand methods long, so a virtual machine takes tens of thousands of requests to compile it all. One
 * thread asks, and the collector is the one that a virtual machine takes on one core; with G1 it takes about a tenth longer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 12, time = 5)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class AdmissionBenchmark {

  private static final int NAMESPACES = 10;

  /** How many objects there are in a hundred other namespaces. */
  @Param({"0", "100000"})
  public int others;

  private final ApiServer server = Posture.apiServer();
  private final ApiRequest create = Tenants.creations(1, NAMESPACES).get(0);
  private ServerState state = ServerState.of(Tenants.cluster(1, 0));

  /** Makes the cluster. */
  @Setup
  public void fill() {
    state = ServerState.of(Tenants.cluster(NAMESPACES, others));
  }

  /** One pod, in the same cluster each time. */
  @Benchmark
  public Response create() {
    return Answers.created(server.handle(state, create));
  }
}
