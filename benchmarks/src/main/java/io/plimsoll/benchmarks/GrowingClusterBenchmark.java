package io.plimsoll.benchmarks;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.ServerState;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.posture.Posture;
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

/** 10,000 pods that go through the whole default chain one after the other, into ten namespaces, each into what the last one left. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class GrowingClusterBenchmark {

  private static final int NAMESPACES = 10;
  private static final int PODS = 10_000;

  /** How many objects there are in a hundred other namespaces. */
  @Param({"0", "100000"})
  public int others;

  private final ApiServer server = Posture.apiServer();
  private final List<ApiRequest> creations = Tenants.creations(PODS, NAMESPACES);
  private ServerState empty = ServerState.of(Tenants.cluster(1, 0));

  /** Makes the cluster. */
  @Setup
  public void fill() {
    empty = ServerState.of(Tenants.cluster(NAMESPACES, others));
  }

  /** All pods. */
  @Benchmark
  public ServerState grow() {
    ServerState state = empty;
    for (ApiRequest create : creations) {
      state = Answers.created(server.handle(state, create)).state();
    }
    return state;
  }
}
