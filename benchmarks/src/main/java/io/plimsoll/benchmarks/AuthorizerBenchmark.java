package io.plimsoll.benchmarks;

import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.authz.AuthorizationOptions;
import io.plimsoll.core.authz.AuthorizerTypes;
import io.plimsoll.core.authz.Union;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.rbac.BootstrapPolicy;
import io.plimsoll.rbac.RbacAuthorizer;
import java.util.Set;
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

/** One decision of an API server's authorizers, {@code system:masters}, Node and RBAC in a row, on the bootstrap policy. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class AuthorizerBenchmark {

  private final Cluster cluster = BootstrapPolicy.cluster();

  private final Union union = AuthorizerTypes.standard()
      .with("RBAC", new RbacAuthorizer())
      .build(AuthorizationOptions.ofModes("Node", "RBAC").toConfiguration(Set.of()));

  /** What {@code RbacBenchmark.allow} asks. */
  @Benchmark
  public Authorization allow() {
    return union.authorize(cluster, PeerBindings.CONTROLLER, PeerBindings.UPDATE);
  }

  /** What {@code RbacBenchmark.deny} asks. */
  @Benchmark
  public Authorization deny() {
    return union.authorize(cluster, PeerBindings.NOBODY, PeerBindings.UPDATE);
  }
}
