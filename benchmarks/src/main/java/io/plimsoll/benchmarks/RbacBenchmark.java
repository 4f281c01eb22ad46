package io.plimsoll.benchmarks;

import io.plimsoll.rbac.Decision;
import io.plimsoll.rbac.Rbac;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision on the bootstrap policy: {@code Authorize/bootstrap} of the Go benchmark. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RbacBenchmark {

  private final Rbac rbac = PeerBindings.index(List.of());

  /** {@code Authorize/bootstrap/allow}. */
  @Benchmark
  public Decision allow() {
    return rbac.can(PeerBindings.CONTROLLER, PeerBindings.UPDATE);
  }

  /** {@code Authorize/bootstrap/allow} with its reason, which the Go benchmark always has. */
  @Benchmark
  public String allowWithReason() {
    return rbac.can(PeerBindings.CONTROLLER, PeerBindings.UPDATE).reason();
  }

  /** {@code Authorize/bootstrap/deny}. */
  @Benchmark
  public Decision deny() {
    return rbac.can(PeerBindings.NOBODY, PeerBindings.UPDATE);
  }
}
