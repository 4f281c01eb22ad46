package io.plimsoll.benchmarks;

import io.plimsoll.core.request.User;
import io.plimsoll.rbac.Decision;
import io.plimsoll.rbac.Rbac;
import java.util.concurrent.TimeUnit;
import org.casbin.jcasbin.main.Enforcer;
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

/** One decision among many bindings: {@code Authorize/bindings-N} of the Go benchmark, and the same as jCasbin decides it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RbacScaleBenchmark {

  /** How many bindings there are, each of three subjects. */
  @Param({"100", "10000", "50000"})
  public int bindings;

  @SuppressWarnings("NullAway.Init") // JMH calls build() first
  private Rbac rbac;

  @SuppressWarnings("NullAway.Init")
  private Enforcer casbin;

  @SuppressWarnings("NullAway.Init")
  private User last;

  /** Builds both indexes. */
  @Setup
  public void build() {
    rbac = PeerBindings.index(PeerBindings.bindings(bindings));
    casbin = Casbin.enforcer(bindings);
    last = PeerBindings.lastUser(bindings);
  }

  /** {@code Authorize/bindings-N/deny}. */
  @Benchmark
  public Decision deny() {
    return rbac.can(PeerBindings.NOBODY, PeerBindings.READ);
  }

  /** {@code Authorize/bindings-N/allow-last}. */
  @Benchmark
  public Decision allowLast() {
    return rbac.can(last, PeerBindings.READ);
  }

  /** The refusal by jCasbin. */
  @Benchmark
  public boolean denyByCasbin() {
    return casbin.enforce("nobody", PeerBindings.NAMESPACE, "configmaps", "get");
  }

  /** The permission by jCasbin. */
  @Benchmark
  public boolean allowLastByCasbin() {
    return casbin.enforce(last.name(), PeerBindings.NAMESPACE, "configmaps", "get");
  }
}
