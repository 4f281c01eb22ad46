package io.plimsoll.benchmarks;

import io.plimsoll.core.pod.Pod;
import io.plimsoll.psa.LevelVersion;
import io.plimsoll.psa.PodSecurity;
import io.plimsoll.psa.PodSecurityResult;
import java.io.IOException;
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
import org.openjdk.jmh.infra.Blackhole;

/** A decoded pod at {@code restricted:latest}: the cases of {@code BenchmarkEvaluatePod} in Go. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PodSecurityBenchmark {

  private static final LevelVersion RESTRICTED = LevelVersion.parse("restricted:latest");

  /** The pod, by the name that the Go benchmark has for it. */
  @Param({"minimal-compliant", "four-containers-compliant", "bare-nginx"})
  public String name = "";

  @SuppressWarnings("NullAway.Init") // JMH calls read() first
  private Pod pod;

  /** Reads the pod. */
  @Setup
  public void read() throws IOException {
    pod = PeerPods.pod(name);
  }

  /** The evaluation alone: {@code EvaluatePod/NAME}. */
  @Benchmark
  public PodSecurityResult evaluatePod() {
    return PodSecurity.evaluate(pod, RESTRICTED);
  }

  /** With the aggregated reason and detail: {@code EvaluatePod/NAME/text}. */
  @Benchmark
  public void evaluatePodText(Blackhole sink) {
    PodSecurityResult result = PodSecurity.evaluate(pod, RESTRICTED);
    sink.consume(result.forbiddenReason());
    sink.consume(result.forbiddenDetail());
  }
}
